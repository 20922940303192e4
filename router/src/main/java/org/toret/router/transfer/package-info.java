/// Joins what the streets allow with what the operators say about changing vehicles.
package org.toret.router.transfer;
