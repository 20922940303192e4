package org.toret.app.pages.plan;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Reliability;

/// Says in sentences how far an alternative can be relied on.
final class ReliabilityWriter {

  private final Words words;
  private final Formats formats;

  ReliabilityWriter(Words words) {
    this.words = words;
    this.formats = new Formats(words.locale());
  }

  /// Nothing where there is neither a change nor anything known of delays.
  List<String> write(Alternative alternative) {
    Reliability told = alternative.reliability();
    if (told == null || !told.known() && told.transfers().isEmpty()) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>();
    for (Reliability.Change change : told.transfers()) {
      sentences.add((change(change) + " " + missed(change, alternative.arrival())).strip());
    }
    Double chance = told.chance();
    if (chance != null && told.transfers().size() > 1) {
      sentences.add(words.of("rely.whole", hundredths(chance)));
    }
    OffsetDateTime median = told.arrivalMedian();
    OffsetDateTime most = told.arrival90();
    if (median != null) {
      sentences.add(
          arrival(formats.clock(median), most == null ? "" : formats.clock(most))
              + " "
              + words.of("rely.basis", formats.number(told.observations())));
    }
    return sentences;
  }

  private String arrival(String median, String most) {
    if (most.isEmpty()) {
      return words.of("rely.arrival.open", median);
    }
    return most.equals(median)
        ? words.of("rely.arrival.narrow", most)
        : words.of("rely.arrival", median, most);
  }

  private String change(Reliability.Change change) {
    Double chance = change.chance();
    return chance == null
        ? words.of(
            "rely.change.unknown",
            change.at().name(),
            formats.exactDuration(Math.max(0, change.spareSeconds())))
        : words.of("rely.change", change.at().name(), hundredths(chance));
  }

  private String missed(Reliability.Change change, OffsetDateTime arrival) {
    Reliability.Missed missed = change.missed();
    if (missed == null) {
      return "";
    }
    String late = formats.clock(missed.arrival());
    Leg.Line line = missed.route();
    if (line == null) {
      return words.of("rely.missed.walk", late, formats.clock(arrival));
    }
    String name = line.name().isEmpty() ? line.longName() : line.name();
    return words.of(
        "rely.missed", name, formats.clock(missed.departure()), late, formats.clock(arrival));
  }

  /// What was observed so far never makes it certain.
  private static long hundredths(double chance) {
    return Math.clamp(Math.round(chance * 100), 1, 99);
  }
}
