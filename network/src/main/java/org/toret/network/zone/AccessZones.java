package org.toret.network.zone;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.toret.base.columns.Csr;
import org.toret.base.columns.TextColumn;
import org.toret.base.geo.GeoPoint;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// The access regimes of a city and the streets under each. 4 bytes per street and regime.
///
/// @param regimes few: the distinct ones
/// @param edges regime to edges of the street network, ascending
/// @param areas outline of each regime, without rings where its streets are listed one by one
public record AccessZones(List<AccessRegime> regimes, Csr edges, ZoneAreas areas) {

  private static final int FIELDS = 8;
  private static final int TEXTS = 3;
  private static final int HEADS = 4;

  public AccessZones {
    regimes = List.copyOf(regimes);
  }

  /// A city where cars may always enter.
  public static AccessZones none() {
    return new AccessZones(
        List.of(), new Csr(new int[1], new int[0]), ZoneAreas.ofRings(List.of()));
  }

  /// The regimes that keep a car out at some moment of a time.
  ///
  /// @param from city time
  /// @param holiday which days are public holidays
  public BitSet closed(
      CarUser car, LocalDateTime from, LocalDateTime until, Predicate<LocalDate> holiday) {
    BitSet closed = new BitSet();
    for (int regime = 0; regime < regimes.size(); regime++) {
      AccessRegime one = regimes.get(regime);
      closed.set(regime, !one.isCharged() && !one.isOpen(car, from, until, holiday));
    }
    return closed;
  }

  /// Those of some regimes that have an outline and hold one of some points.
  public List<AccessRegime> holding(BitSet some, Collection<GeoPoint> points) {
    return some.stream()
        .filter(regime -> !areas.isEverywhere(regime))
        .filter(regime ->
            points.stream().anyMatch(point -> areas.contains(regime, point.latE7(), point.lonE7())))
        .mapToObj(regimes::get)
        .toList();
  }

  /// The streets under any of some regimes.
  public BitSet edges(BitSet closed) {
    BitSet shut = new BitSet();
    closed.stream().forEach(regime -> shut.or(edges(regime)));
    return shut;
  }

  /// The streets under a regime.
  public BitSet edges(int regime) {
    BitSet shut = new BitSet();
    for (int i = edges.start(regime); i < edges.end(regime); i++) {
      shut.set(edges.values()[i]);
    }
    return shut;
  }

  /// The regimes a street is under; not for inner loops.
  public BitSet of(int edge) {
    BitSet found = new BitSet();
    for (int regime = 0; regime < regimes.size(); regime++) {
      int at =
          java.util.Arrays.binarySearch(
              edges.values(), edges.start(regime), edges.end(regime), edge);
      found.set(regime, at >= 0);
    }
    return found;
  }

  public void write(ImageWriter image) {
    List<String> texts = new ArrayList<>();
    List<String> permits = new ArrayList<>();
    int[] heads = new int[HEADS * regimes.size()];
    List<int[]> rows = new ArrayList<>();
    for (int regime = 0; regime < regimes.size(); regime++) {
      AccessRegime one = regimes.get(regime);
      texts.add(one.id());
      texts.add(one.name());
      texts.add(one.charge());
      heads[HEADS * regime] = one.open() ? 1 : 0;
      heads[HEADS * regime + 1] = one.conditions().size();
      heads[HEADS * regime + 2] = (int) one.firstDay().toEpochDay();
      heads[HEADS * regime + 3] = (int) one.lastDay().toEpochDay();
      for (AccessCondition condition : one.conditions()) {
        rows.add(row(condition));
        permits.add(condition.permit());
      }
    }
    image
        .texts("zone.regime", TextColumn.of(texts))
        .ints("zone.regime.head", heads)
        .ints("zone.condition", rows.stream().flatMapToInt(java.util.Arrays::stream).toArray())
        .texts("zone.condition.permit", TextColumn.of(permits))
        .csr("zone.edges", edges);
    areas.write(image, "zone.area");
  }

  public static AccessZones read(ImageFile image) {
    TextColumn texts = image.texts("zone.regime");
    int[] heads = image.ints("zone.regime.head");
    int[] columns = image.ints("zone.condition");
    TextColumn permits = image.texts("zone.condition.permit");
    List<AccessRegime> regimes = new ArrayList<>();
    int at = 0;
    for (int regime = 0; regime < heads.length / HEADS; regime++) {
      List<AccessCondition> conditions = new ArrayList<>();
      for (int i = 0; i < heads[HEADS * regime + 1]; i++) {
        conditions.add(condition(columns, at, permits.get(at)));
        at++;
      }
      boolean open = heads[HEADS * regime] == 1;
      regimes.add(
          new AccessRegime(
              texts.get(TEXTS * regime),
              texts.get(TEXTS * regime + 1),
              open,
              conditions,
              texts.get(TEXTS * regime + 2),
              LocalDate.ofEpochDay(heads[HEADS * regime + 2]),
              LocalDate.ofEpochDay(heads[HEADS * regime + 3])));
    }
    return new AccessZones(regimes, image.csr("zone.edges"), ZoneAreas.read(image, "zone.area"));
  }

  private static int[] row(AccessCondition condition) {
    return new int[] {
      condition.entry() ? 1 : 0,
      condition.days(),
      condition.fromSecond(),
      condition.untilSecond(),
      (int) condition.firstDay().toEpochDay(),
      (int) condition.lastDay().toEpochDay(),
      condition.fuels(),
      condition.euroUpTo()
    };
  }

  private static AccessCondition condition(int[] columns, int row, String permit) {
    int at = row * FIELDS;
    return new AccessCondition(
        columns[at] == 1,
        columns[at + 1],
        columns[at + 2],
        columns[at + 3],
        LocalDate.ofEpochDay(columns[at + 4]),
        LocalDate.ofEpochDay(columns[at + 5]),
        columns[at + 6],
        columns[at + 7],
        permit);
  }
}
