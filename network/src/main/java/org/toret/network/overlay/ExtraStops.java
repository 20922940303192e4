package org.toret.network.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.toret.base.columns.Csr;
import org.toret.base.columns.TextColumn;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.City;
import org.toret.network.fare.FarePlaces;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;
import org.toret.network.fare.LegRules;
import org.toret.network.fare.ZoneFares;
import org.toret.network.timetable.Nodes;
import org.toret.network.timetable.Stops;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.Transfers;

/// Puts stops that only messages know behind those of a city: each a row, and a node at which
/// vehicles can call. Every other row keeps its index; nothing is copied but columns with one
/// element per stop or node.
///
/// Their changes on foot are none yet: they are found along the streets when vehicles call there.
/// Messages do not tell fare areas. A stop has those of its station, else of the nearest published
/// stop of its feed within [#ALIKE_METRES], since it stands for one; its fare zone it may tell
/// itself.
public final class ExtraStops {

  /// How far a stop may be from one whose fares it shares.
  public static final double ALIKE_METRES = 500;

  private final Timetable old;
  private final List<ExtraStop> extra;
  private final int[] feeds;
  private final int[] stations;
  private final int[] alike;

  private ExtraStops(Timetable old, List<ExtraStop> extra) {
    this.old = old;
    this.extra = extra;
    TextIndex stopIds = TextIndex.of(old.stops().ids());
    TextIndex feedIds = TextIndex.of(old.feeds().ids());
    this.feeds = ints(stop -> feedIds.find(stop.feed()));
    this.stations =
        ints(stop ->
            stop.station().isEmpty() ? -1 : stopIds.find(stop.feed() + ":" + stop.station()));
    this.alike = new int[extra.size()];
    for (int i = 0; i < alike.length; i++) {
      alike[i] = stations[i] >= 0 ? stations[i] : nearest(extra.get(i), feeds[i]);
    }
  }

  /// The city with more stops. Those that it knows already, and those of feeds that it does not
  /// know, are left out; with none left it is the same city.
  public static City with(City city, List<ExtraStop> stops) {
    Timetable timetable = city.timetable();
    TextIndex stopIds = TextIndex.of(timetable.stops().ids());
    TextIndex feedIds = TextIndex.of(timetable.feeds().ids());
    List<ExtraStop> fresh =
        stops.stream()
            .filter(stop -> feedIds.find(stop.feed()) >= 0)
            .filter(stop -> stopIds.find(stop.feed() + ":" + stop.id()) < 0)
            .toList();
    if (fresh.isEmpty()) {
      return city;
    }
    ExtraStops extra = new ExtraStops(timetable, fresh);
    return new City(
        city.info(),
        extra.timetable(),
        city.streets(),
        extra.transfers(city.transfers()),
        extra.transfers(city.stepFreeTransfers()),
        extra.fares(city.fares()),
        city.sharing(),
        city.onDemand(),
        city.zones(),
        city.parking());
  }

  private int nearest(ExtraStop stop, int feed) {
    Stops stops = old.stops();
    int best = -1;
    double least = ALIKE_METRES;
    for (int other = 0; other < stops.count(); other++) {
      if (stops.feeds()[other] == feed && stops.kinds()[other] == Stops.PLATFORM) {
        double metres =
            Distance.metresE7(
                stop.point().latE7(),
                stop.point().lonE7(),
                stops.latsE7()[other],
                stops.lonsE7()[other]);
        if (metres < least) {
          least = metres;
          best = other;
        }
      }
    }
    return best;
  }

  private Timetable timetable() {
    return new Timetable(
        old.feeds(),
        old.agencies(),
        stops(),
        old.routes(),
        nodes(),
        old.patterns(),
        old.trips(),
        old.calendar(),
        old.transferRules(),
        old.shapes(),
        old.pathways(),
        old.translations());
  }

  private Stops stops() {
    Stops stops = old.stops();
    int count = stops.count() + extra.size();
    int[] levels = Arrays.copyOf(stops.levels(), count);
    Arrays.fill(levels, stops.count(), count, Stops.NO_LEVEL);
    byte[] wheelchair = Arrays.copyOf(stops.wheelchair(), count);
    for (int i = 0; i < extra.size(); i++) {
      wheelchair[stops.count() + i] = (byte) extra.get(i).wheelchair();
    }
    return new Stops(
        texts(stops.ids(), stop -> stop.feed() + ":" + stop.id()),
        texts(stops.names(), ExtraStop::name),
        texts(stops.codes(), ExtraStop::code),
        texts(stops.platforms(), ExtraStop::platform),
        texts(stops.zones(), ExtraStop::zone),
        levels,
        joined(stops.latsE7(), ints(stop -> stop.point().latE7())),
        joined(stops.lonsE7(), ints(stop -> stop.point().lonE7())),
        joined(stops.parents(), stations),
        joined(stops.feeds(), feeds),
        Arrays.copyOf(stops.kinds(), count),
        wheelchair);
  }

  private Nodes nodes() {
    int[] rows = new int[extra.size()];
    int[] nodes = new int[extra.size()];
    Arrays.setAll(rows, i -> old.stops().count() + i);
    Arrays.setAll(nodes, i -> old.nodes().count() + i);
    return new Nodes(joined(old.nodes().stops(), rows), with(old.nodes().byStop(), nodes));
  }

  private Transfers transfers(Transfers walks) {
    int end = walks.count();
    int[] ends = new int[extra.size()];
    int[] changes = new int[extra.size()];
    Arrays.fill(ends, end);
    Arrays.fill(changes, org.toret.network.timetable.TransferRules.GENERAL);
    return new Transfers(
        joined(walks.offsets(), ends),
        joined(walks.ruleEnds(), ends),
        walks.targets(),
        walks.walkSeconds(),
        walks.walkMetres(),
        walks.ruleSeconds(),
        joined(walks.changeSeconds(), changes));
  }

  private FareRules fares(FareRules rules) {
    int[] outermost = new int[extra.size()];
    Arrays.setAll(
        outermost, i -> stations[i] >= 0 ? rules.stations()[stations[i]] : old.stops().count() + i);
    return new FareRules(
        joined(rules.stations(), outermost),
        rules.agencies(),
        rules.feeds().stream().map(this::fares).toList());
  }

  private FeedFares fares(FeedFares fares) {
    FarePlaces places = fares.places();
    Csr areas = places.areasOfStop();
    for (int stop : areas.rows() < old.stops().count() ? new int[0] : alike) {
      areas = with(areas, stop < 0 ? new int[][] {{}} : new int[][] {areas.row(stop)});
    }
    ZoneFares zones = fares.zoneFares();
    return new FeedFares(
        fares.id(),
        fares.version(),
        fares.zone(),
        fares.model(),
        fares.offers(),
        new FarePlaces(places.areaIds(), areas, places.networkIds(), places.networksOfRoute()),
        fares.timeframes(),
        fares.legRules(),
        fares.joinRules(),
        fares.transferRules(),
        new ZoneFares(
            zones.ids(),
            zones.cents(),
            zones.currencies(),
            zones.transfers(),
            zones.durationSeconds(),
            zones.agencies(),
            zones.lines(),
            zones.zoneIds(),
            joined(zones.zoneOfStop(), zones(zones)),
            zones.conditionsOfFare(),
            zones.origins(),
            zones.destinations(),
            zones.routes(),
            zones.contains()));
  }

  private int[] zones(ZoneFares fares) {
    int[] zones = new int[extra.size()];
    TextIndex ids = TextIndex.of(fares.zoneIds());
    for (int i = 0; i < zones.length; i++) {
      int told = extra.get(i).zone().isEmpty() ? -1 : ids.find(extra.get(i).zone());
      int near = alike[i] < 0 ? LegRules.NONE : fares.zoneOfStop()[alike[i]];
      zones[i] = told >= 0 ? told : near;
    }
    return fares.zoneOfStop().length == 0 ? new int[0] : zones;
  }

  private int[] ints(ToIntFunction<ExtraStop> value) {
    return extra.stream().mapToInt(value).toArray();
  }

  private TextColumn texts(TextColumn column, Function<ExtraStop, String> text) {
    List<String> texts = new ArrayList<>();
    extra.forEach(stop -> texts.add(text.apply(stop)));
    return column.with(texts);
  }

  private static int[] joined(int[] column, int[] more) {
    int[] all = Arrays.copyOf(column, column.length + more.length);
    System.arraycopy(more, 0, all, column.length, more.length);
    return all;
  }

  /// The same rows, and one with one value for each of these.
  private static Csr with(Csr rows, int[] values) {
    return with(
        rows, Arrays.stream(values).mapToObj(value -> new int[] {value}).toArray(int[][]::new));
  }

  private static Csr with(Csr rows, int[][] more) {
    int[] offsets = Arrays.copyOf(rows.offsets(), rows.offsets().length + more.length);
    int[] values = rows.values();
    for (int i = 0; i < more.length; i++) {
      values = joined(values, more[i]);
      offsets[rows.offsets().length + i] = values.length;
    }
    return new Csr(offsets, values);
  }

  /// A stop that only a message knows, for the time of a detour. Ids are those of the publisher;
  /// texts are empty where nothing is said.
  ///
  /// @param feed id of the timetable feed that it belongs to
  /// @param zone fare zone
  /// @param station `stop_id` of its station
  /// @param wheelchair GTFS `wheelchair_boarding`: 0 unknown, 1 yes, 2 no
  public record ExtraStop(
      String feed,
      String id,
      String name,
      String code,
      String platform,
      GeoPoint point,
      String zone,
      String station,
      int wheelchair) {}
}
