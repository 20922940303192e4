/// What of a city can be reached without steps while something is out of order.
@org.jspecify.annotations.NullMarked
package org.toret.network.access;
