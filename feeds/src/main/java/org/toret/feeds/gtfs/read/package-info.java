/// The files of GTFS one by one: rows checked, references resolved, held as columns.
@org.jspecify.annotations.NullMarked
package org.toret.feeds.gtfs.read;
