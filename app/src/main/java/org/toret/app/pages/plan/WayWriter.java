package org.toret.app.pages.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.mobility.plan.Alternative;

/// Writes each way with its other times, and what the ways are to one another: what each is best
/// at, and what it costs more and less than the fastest, which one would take otherwise.
final class WayWriter {

  private final Words words;
  private final Formats formats;
  private final Versus versus;
  private final List<List<Alternative>> ways;
  private final List<Alternative> leading;
  private final List<Alternative> common;
  private final List<Losses> losses;

  /// @param ways not empty each; the first of each stands for it
  /// @param apart what is only for those with a vehicle of their own, and takes no praise from the
  ///   others
  WayWriter(
      Words words,
      List<Measure> measures,
      List<List<Alternative>> ways,
      Predicate<Alternative> apart) {
    this.words = words;
    this.formats = new Formats(words.locale());
    this.versus = new Versus(words, measures);
    this.ways = ways;
    this.leading = ways.stream().map(List::getFirst).toList();
    this.common = leading.stream().filter(apart.negate()).toList();
    this.losses = Losses.of(leading, measures);
  }

  List<AlternativeView> write(AlternativeWriter writer) {
    List<List<String>> praise = Praise.of(common);
    List<AlternativeView> written = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      Alternative first = leading.get(i);
      int place = common.indexOf(first);
      List<AlternativeView> again = new ArrayList<>();
      for (int k = 0; k < ways.get(i).size(); k++) {
        String anchor = i + 1 + (k == 0 ? "" : "-" + k);
        List<String> best = k > 0 || place < 0 ? List.of() : praise.get(place);
        var beside =
            new AlternativeWriter.Beside(
                i + 1, anchor, best, versus(first, place < 0), losses.get(i));
        again.add(writer.write(ways.get(i).get(k), beside));
      }
      written.add(again.removeFirst().with(List.copyOf(again)));
    }
    return written;
  }

  private String versus(Alternative alternative, boolean apart) {
    Alternative fastest =
        common.stream()
            .min(Comparator.comparingInt(a -> a.costs().time().seconds()))
            .orElse(alternative);
    String told = fastest == alternative ? "" : versus.tell(alternative, fastest);
    long earlier = Duration.between(alternative.arrival(), fastest.arrival()).toMinutes();
    if (!told.isEmpty() && earlier > 0) {
      told = words.of("versus.earlier", told, formats.duration(60 * earlier));
    }
    return told.isEmpty() ? "" : words.of(apart ? "versus.apart" : "versus.fastest", told);
  }
}
