/// What an agency wants to know about its feed beyond the form of its rows.
@org.jspecify.annotations.NullMarked
package org.toret.feeds.gtfs.check;
