package org.toret.testkit.city;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.toret.network.timetable.Mode;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeQuery.Foothold;

/// Reads a question to the timetable written in one line.
///
/// ```
/// leave 08:00 A > D
/// arrive 09:00 window 2h A+120s,B > D rides 3 slack 60s factor 1.5 changes 400 stepfree bikes modes bus,tram max 4h
/// ```
///
/// `A+120s,B`: the origin is 120 s on foot from A and at B itself. Where nothing is said: a window
/// of one hour, 6 rides, no slack, factor 1, every mode, at most 12 hours.
public final class QuestionText {

  private boolean arriveBy;
  private int atSeconds;
  private int windowSeconds = 3600;
  private Foothold access = new Foothold(new int[0], new int[0]);
  private Foothold egress = new Foothold(new int[0], new int[0]);
  private int maxRides = 6;
  private int maxSeconds = 12 * 3600;
  private int slackSeconds;
  private double walkFactor = 1;
  private int maxChangeMetres = Integer.MAX_VALUE;
  private boolean stepFree;
  private boolean bikes;
  private int modes = RangeQuery.ALL_MODES;

  private QuestionText() {}

  /// Reads a question.
  ///
  /// @param stops the index of a stop by its name
  /// @throws IllegalArgumentException naming the word that is not understood
  public static RangeQuery read(String text, ToIntFunction<String> stops) {
    QuestionText question = new QuestionText();
    Iterator<String> words = List.of(text.trim().split("\\s+")).iterator();
    while (words.hasNext()) {
      question.read(words.next(), words, stops);
    }
    return question.query();
  }

  private RangeQuery query() {
    return new RangeQuery(
        arriveBy,
        atSeconds,
        windowSeconds,
        access,
        egress,
        maxRides,
        maxSeconds,
        slackSeconds,
        walkFactor,
        maxChangeMetres,
        stepFree,
        bikes,
        modes);
  }

  private void read(String word, Iterator<String> more, ToIntFunction<String> stops) {
    switch (word) {
      case "leave", "arrive" -> {
        arriveBy = word.equals("arrive");
        atSeconds = ClockText.seconds(more.next());
      }
      case "changes" -> maxChangeMetres = Integer.parseInt(more.next());
      case "window" -> windowSeconds = ClockText.duration(more.next());
      case "rides" -> maxRides = Integer.parseInt(more.next());
      case "max" -> maxSeconds = ClockText.duration(more.next());
      case "slack" -> slackSeconds = ClockText.duration(more.next());
      case "factor" -> walkFactor = Double.parseDouble(more.next());
      case "stepfree" -> stepFree = true;
      case "bikes" -> bikes = true;
      case "modes" -> modes = modes(more.next());
      case ">" -> egress = foothold(more.next(), stops);
      default -> access = foothold(word, stops);
    }
  }

  private static int modes(String names) {
    return Arrays.stream(names.split(","))
        .mapToInt(name -> 1 << Mode.valueOf(name.toUpperCase(Locale.ROOT)).ordinal())
        .sum();
  }

  private static Foothold foothold(String text, ToIntFunction<String> stops) {
    String[] places = text.split(",");
    int[] indices = new int[places.length];
    int[] seconds = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      String[] parts = places[i].split("\\+");
      indices[i] = stops.applyAsInt(parts[0]);
      seconds[i] = parts.length > 1 ? ClockText.duration(parts[1]) : 0;
    }
    return new Foothold(indices, seconds);
  }
}
