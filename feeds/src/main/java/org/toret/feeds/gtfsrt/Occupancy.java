package org.toret.feeds.gtfsrt;

/// How full a vehicle is (`OccupancyStatus`); numbers as published.
public enum Occupancy implements Numbered {
  EMPTY,
  MANY_SEATS_AVAILABLE,
  FEW_SEATS_AVAILABLE,
  STANDING_ROOM_ONLY,
  CRUSHED_STANDING_ROOM_ONLY,
  FULL,
  NOT_ACCEPTING_PASSENGERS,
  NO_DATA_AVAILABLE,
  NOT_BOARDABLE;

  @Override
  public int number() {
    return ordinal();
  }
}
