/// Areas within reach: times on a grid of the ground, and the lines around what is in time.
package org.toret.router.reach;
