package org.toret.feeds.siri;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.BiConsumer;

/// Takes a message apart while it is read: builds the elements of one record after the other and
/// hands each on when it ends; of what lies around them only single texts are kept.
final class Records {

  /// Elements below which nothing else need be known.
  static final Set<String> WHOLE =
      Set.of(
          "EstimatedVehicleJourney",
          "VehicleActivity",
          "VehicleActivityCancellation",
          "PtSituationElement",
          "FacilityCondition");

  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int MOST_ELEMENTS_OF_RECORD = 100_000;

  private final int most;
  private final BiConsumer<String, SiriElement> sink;
  private final Deque<SiriElement> open = new ArrayDeque<>();
  private int recordDepth = -1;
  private int records;
  private int elements;

  /// @param most records that are taken
  /// @param sink gets the name of the element above, and a record or an element with a text
  Records(int most, BiConsumer<String, SiriElement> sink) {
    this.most = most;
    this.sink = sink;
  }

  /// Says that a message is not worth going on with.
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMuch(String what) {
      super(what);
    }
  }

  int count() {
    return records;
  }

  boolean isFull() {
    return records >= most;
  }

  void start(String name, String language) {
    if (open.size() >= DEEPEST) {
      throw new TooMuch("more than " + DEEPEST + " elements deep");
    }
    SiriElement element = new SiriElement(name);
    element.speaks(language);
    if (recordDepth >= 0) {
      if (++elements > MOST_ELEMENTS_OF_RECORD) {
        throw new TooMuch("a record of more than " + MOST_ELEMENTS_OF_RECORD + " elements");
      }
      parent().add(element);
    } else if (WHOLE.contains(name)) {
      recordDepth = open.size();
      elements = 0;
    } else if (name.endsWith("Delivery")) {
      sink.accept("", element);
    }
    open.push(element);
  }

  void text(String text) {
    SiriElement element = open.peek();
    if (element != null) {
      if (element.text().length() + text.length() > LONGEST_TEXT) {
        throw new TooMuch("a text of more than " + LONGEST_TEXT + " characters");
      }
      element.says(text);
    }
  }

  void language(String language) {
    parent().speaks(language);
  }

  void end() {
    SiriElement element = open.pop();
    if (recordDepth == open.size()) {
      recordDepth = -1;
      records++;
      sink.accept(above(), element);
    } else if (recordDepth < 0 && !element.text().isEmpty()) {
      sink.accept(above(), element);
    }
  }

  private String above() {
    return open.isEmpty() ? "" : parent().name();
  }

  private SiriElement parent() {
    SiriElement parent = open.peek();
    if (parent == null) {
      throw new IllegalStateException("nothing is open; maybe an end without a start");
    }
    return parent;
  }
}
