package org.toret.feeds.gtfsrt;

/// A value with the number under which the specification publishes it.
interface Numbered {

  int number();
}
