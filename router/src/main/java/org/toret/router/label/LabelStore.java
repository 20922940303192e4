package org.toret.router.label;

import java.util.Arrays;

/// How each stop was reached: an append-only list, so that a journey once found can always be told,
/// whatever better labels come later. 8 bytes per label, 20 per boarding.
///
/// A *boarding* is a trip taken at a call, coming from a label (or from the origin) or from another
/// boarding by staying seated. A *label* is a boarding and the call at which one alights.
public final class LabelStore {

  private int boardings;
  private int[] line = new int[1024];
  private int[] trip = new int[1024];
  private int[] call = new int[1024];
  private int[] fromLabel = new int[1024];
  private int[] fromBoarding = new int[1024];

  private int labels;
  private int[] boarding = new int[4096];
  private int[] alightCall = new int[4096];

  /// Forgets everything.
  public void clear() {
    boardings = 0;
    labels = 0;
  }

  /// Notes that a trip is taken; returns the number of the boarding.
  ///
  /// @param label where one comes from, -1 for the origin
  /// @param seatedFrom boarding from which one stayed seated, -1 for none
  public int board(int dayLine, int tripInLine, int atCall, int label, int seatedFrom) {
    if (boardings == line.length) {
      growBoardings();
    }
    line[boardings] = dayLine;
    trip[boardings] = tripInLine;
    call[boardings] = atCall;
    fromLabel[boardings] = label;
    fromBoarding[boardings] = seatedFrom;
    return boardings++;
  }

  /// Notes that one alights; returns the number of the label.
  public int alight(int ofBoarding, int atCall) {
    if (labels == boarding.length) {
      boarding = Arrays.copyOf(boarding, 2 * labels);
      alightCall = Arrays.copyOf(alightCall, 2 * labels);
    }
    boarding[labels] = ofBoarding;
    alightCall[labels] = atCall;
    return labels++;
  }

  public int boardingOf(int label) {
    return boarding[label];
  }

  public int alightCallOf(int label) {
    return alightCall[label];
  }

  public int lineOf(int ofBoarding) {
    return line[ofBoarding];
  }

  public int tripOf(int ofBoarding) {
    return trip[ofBoarding];
  }

  public int callOf(int ofBoarding) {
    return call[ofBoarding];
  }

  public int labelBefore(int ofBoarding) {
    return fromLabel[ofBoarding];
  }

  public int seatedFrom(int ofBoarding) {
    return fromBoarding[ofBoarding];
  }

  /// The boarding at the origin of the way to a label.
  public int firstBoarding(int label) {
    int at = boarding[label];
    while (fromLabel[at] >= 0 || fromBoarding[at] >= 0) {
      at = fromBoarding[at] >= 0 ? fromBoarding[at] : boarding[fromLabel[at]];
    }
    return at;
  }

  private void growBoardings() {
    int size = 2 * boardings;
    line = Arrays.copyOf(line, size);
    trip = Arrays.copyOf(trip, size);
    call = Arrays.copyOf(call, size);
    fromLabel = Arrays.copyOf(fromLabel, size);
    fromBoarding = Arrays.copyOf(fromBoarding, size);
  }
}
