package org.toret.router.impact;

import java.util.List;
import java.util.stream.Collectors;
import org.toret.base.impact.Impact;
import org.toret.base.impact.ImpactItem;
import org.toret.base.impact.Measure;

/// Energy and emissions of one leg, with the rows and sources behind each number.
///
/// @param leg position in the journey, from 0
public record LegImpact(int leg, Impact impact) {

  /// The lines of one measure.
  public List<ImpactItem> items(Measure measure) {
    return impact.items().stream().filter(item -> item.measure() == measure).toList();
  }

  /// The rows behind a measure, `table@version#row`, joined by ` + ` where a fleet mixes several.
  public String factor(Measure measure) {
    return items(measure).stream()
        .map(item -> item.factor().toString())
        .distinct()
        .collect(Collectors.joining(" + "));
  }

  /// The sources behind a measure; empty where none is known.
  public String source(Measure measure) {
    return items(measure).stream()
        .map(ImpactItem::source)
        .filter(source -> !source.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
