/// Searching in what is true now.
package org.toret.router.live;
