package org.toret.router.toll;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.toret.base.columns.TextColumn;
import org.toret.base.rules.RuleBook;
import org.toret.network.street.StreetNetwork;
import org.toret.network.zone.CarUser;
import org.toret.router.path.RideTrack;
import org.toret.router.toll.Rate.Unit;

/// Roads with tolls and the booths on them, as the map tags them; priced by table `road-toll`,
/// whose rows name in column `road` the number or name of a road, or the name of a booth, and in
/// `from` the booth passed before where the price is for the pair. Else the map's own price counts,
/// with its conditions ([MapPrice]).
///
/// A *stretch* is what is ridden on such streets without leaving them. On it every road and booth
/// with a price is paid, by the stretch or by the kilometre. A road without one is not known,
/// unless a booth of the stretch has a price, which then is for its roads too; a booth without one
/// is not known where nothing else of the stretch has a price. Streets without name and number
/// (ramps) belong to what follows or precedes them.
final class RoadTolls {

  /// Name of the table.
  static final String TABLE = "road-toll";

  private static final int NONE = -1;
  private static final double DECIMETRES_PER_KM = 10_000;
  private static final String OSM = "OpenStreetMap";

  private final RateTable table;
  private final Predicate<LocalDate> holiday;
  private final LongFunction<LocalDateTime> local;
  private final List<Road> roads = new ArrayList<>();

  /// Road of each edge; empty where no street has a toll. 4 bytes per edge.
  private final int[] roadOf;

  /// One road or booth.
  ///
  /// @param names number and name, as far as it has them
  /// @param price what the map says it costs
  record Road(boolean isBooth, List<String> names, MapPrice price) {

    String name() {
      return names.isEmpty() ? "" : names.getLast();
    }

    String id() {
      return id(isBooth, names);
    }

    private static String id(boolean isBooth, List<String> names) {
      return (isBooth ? "booth:" : "road:") + (names.isEmpty() ? "" : names.getFirst());
    }

    boolean isRamp() {
      return !isBooth && names.isEmpty() && price.isUntold();
    }
  }

  RoadTolls(
      StreetNetwork streets,
      RuleBook rules,
      Predicate<LocalDate> holiday,
      LongFunction<LocalDateTime> local) {
    this.holiday = holiday;
    this.local = local;
    table = new RateTable(rules, TABLE, "road", Unit.PASSAGE, holiday);
    roadOf = roads(streets.tolls());
  }

  private int[] roads(TextColumn texts) {
    int[] byRow = new int[texts.offsets().length - 1];
    Map<String, Integer> known = new LinkedHashMap<>();
    for (int row = 0; row < byRow.length; row++) {
      byRow[row] = NONE;
    }
    int[] found = new int[texts.size()];
    boolean any = false;
    for (int edge = 0; edge < found.length; edge++) {
      int row = texts.rows()[edge];
      if (texts.offsets()[row] == texts.offsets()[row + 1]) {
        found[edge] = NONE;
        continue;
      }
      if (byRow[row] == NONE) {
        Road road = road(texts.get(edge));
        byRow[row] = known.computeIfAbsent(road.id() + "|" + road.price(), fresh -> roads.size());
        if (byRow[row] == roads.size()) {
          roads.add(road);
        }
      }
      found[edge] = byRow[row];
      any = true;
    }
    return any ? found : new int[0];
  }

  private static Road road(String text) {
    String[] parts = text.split("\\|", -1);
    List<String> names = Arrays.stream(parts).skip(1).limit(2).filter(n -> !n.isEmpty()).toList();
    boolean isBooth = parts[0].equals("booth");
    String charge = parts.length > 3 ? parts[3] : "";
    MapPrice price =
        parts.length > 6
            ? MapPrice.of(parts[4], charge, parts[5], parts[6], Road.id(isBooth, names))
            : MapPrice.of("", charge, "", "", "");
    return new Road(isBooth, names, price);
  }

  boolean isNone() {
    return roadOf.length == 0;
  }

  RateTable table() {
    return table;
  }

  List<Road> roads() {
    return roads;
  }

  /// How many streets have a condition that cannot be read, by the condition.
  Map<String, Integer> unread() {
    Map<String, Integer> unread = new TreeMap<>();
    for (int road = 0; road < roads.size(); road++) {
      for (String clause : roads.get(road).price().unread()) {
        unread.merge(clause, edges(road).cardinality(), Integer::sum);
      }
    }
    return unread;
  }

  boolean isRoad(String name) {
    return roads.stream().flatMap(road -> road.names().stream()).anyMatch(name::equalsIgnoreCase);
  }

  BitSet edges(int road) {
    BitSet edges = new BitSet();
    for (int edge = 0; edge < roadOf.length; edge++) {
      edges.set(edge, roadOf[edge] == road);
    }
    return edges;
  }

  /// Adds what a ride owes.
  ///
  /// @param first index of the first road among all charges
  /// @param departure epoch second
  void dues(RideTrack track, long departure, CarUser car, int first, List<Due> dues) {
    int begin = 0;
    while (begin < track.count()) {
      int end = begin;
      while (end < track.count() && roadOf[track.edge(end)] != NONE) {
        end++;
      }
      if (end > begin) {
        LocalDateTime time = local.apply(1000 * departure + track.atMillis()[begin]);
        new Stretch(track, begin, end, time, car, first).price(dues);
      }
      begin = end + 1;
    }
  }

  /// What is ridden without leaving roads with tolls.
  private final class Stretch {

    private final LocalDateTime time;
    private final CarUser car;
    private final int first;

    /// Roads and booths in the order they are come to, with what is ridden on each.
    private final Map<Integer, Integer> decimetres = new LinkedHashMap<>();

    Stretch(RideTrack track, int begin, int end, LocalDateTime time, CarUser car, int first) {
      this.time = time;
      this.car = car;
      this.first = first;
      int ramps = 0;
      int last = NONE;
      int ramp = NONE;
      for (int i = begin; i < end; i++) {
        int road = roadOf[track.edge(i)];
        if (roads.get(road).isRamp()) {
          ramp = road;
          ramps += track.decimetres()[i];
          continue;
        }
        decimetres.merge(road, track.decimetres()[i], Integer::sum);
        last = roads.get(road).isBooth() ? last : road;
        if (last != NONE) {
          decimetres.merge(last, ramps, Integer::sum);
          ramps = 0;
        }
      }
      if (ramps > 0 || decimetres.isEmpty()) {
        decimetres.merge(last == NONE ? ramp : last, ramps, Integer::sum);
      }
    }

    void price(List<Due> dues) {
      Map<Integer, Rate> rates = new LinkedHashMap<>();
      String before = "";
      boolean paidAtBooth = false;
      for (int one : decimetres.keySet()) {
        Road road = roads.get(one);
        Optional<Rate> rate = rate(road, before);
        rate.ifPresent(found -> rates.put(one, found));
        paidAtBooth |= road.isBooth() && rate.isPresent();
        before = road.isBooth() ? road.name() : before;
      }
      boolean known = false;
      for (Map.Entry<Integer, Integer> ridden : decimetres.entrySet()) {
        int road = ridden.getKey();
        Rate rate = rates.get(road);
        if (rate != null && rate.cents() != 0) {
          boolean far = rate.unit() == Unit.KM;
          dues.add(due(road, rate, far ? ridden.getValue() / DECIMETRES_PER_KM : 1));
        } else if (rate == null && !roads.get(road).isBooth() && !paidAtBooth) {
          dues.add(unknown(road));
          known = true;
        }
        known |= rate != null;
      }
      if (!known) {
        dues.add(unknown(decimetres.keySet().iterator().next()));
      }
    }

    private Due unknown(int road) {
      String name = roads.get(road).name();
      return due(road, Rate.unknown(name, Unit.PASSAGE, OSM, OSM), 1);
    }

    private Due due(int road, Rate rate, double quantity) {
      return new Due(first + road, rate, quantity, time.toLocalDate().toEpochDay());
    }

    private Optional<Rate> rate(Road road, String before) {
      Optional<Rate> listed = table.find(road.names(), before, car, time);
      if (listed.isPresent()) {
        return listed;
      }
      return road.price()
          .at(car, time, holiday)
          .map(text ->
              new Rate(
                  road.name(),
                  text.unit().equals("km") ? Unit.KM : Unit.PASSAGE,
                  text.cents(),
                  text.currency(),
                  "osm:" + road.id(),
                  OSM));
    }
  }
}
