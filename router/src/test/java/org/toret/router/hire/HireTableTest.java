package org.toret.router.hire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toret.base.geo.GeoPoint;
import org.toret.network.forecast.History;
import org.toret.network.forecast.Outlook;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.ParkingState;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetSpread;
import org.toret.router.path.StreetSpread.SpreadStart;
import org.toret.router.path.StreetSpread.SpreadVisitor;
import org.toret.router.walk.ReachDirection;
import org.toret.router.walk.WalkOptions;

/// Ways with shared vehicles from many places to many take as long as the way found between each
/// two of them ([HireOracleTest] tries those by hand), and what lies around a place is reached no
/// sooner and no later than that.
@Tag("SH-11")
final class HireTableTest {

  private static final WalkOptions WALK = WalkOptions.upTo(900);
  private static final double PACE = 4.4;
  private static final int PLACES = 12;
  private static final int LIMIT = 2 * 3600;
  private static final int HANDLING = HireEngine.HANDLING_SECONDS;

  /// The search for a pair may stop a second short at either of its limits, and rides found many at
  /// once are a second off.
  private static final int TOLERANCE = 3;

  /// What the way by a nearer vehicle may lose, since rides are chosen by comfort and not by time
  /// alone: half a minute of twenty.
  private static final int DETOUR = 30;

  private static HireQuery query(
      HireTown town, int type, GeoPoint from, GeoPoint to, Prospect then) {
    return new HireQuery(
        Endpoint.of(from),
        from,
        Endpoint.of(to),
        to,
        type,
        town.now,
        1,
        WALK,
        Rider.at(PACE),
        20_000,
        new BitSet(),
        then);
  }

  private static List<GeoPoint> places(HireTown town) {
    List<GeoPoint> places = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      places.add(town.place());
    }
    return places;
  }

  private static Prospect likely(HireTown town) {
    Outlook outlook =
        new Outlook(
            town.sharing,
            town.now,
            CarParks.none(),
            ParkingState.unknown(CarParks.none()),
            History.NONE,
            new Outlook.Calendar(ZoneOffset.UTC, ""));
    return new Prospect(outlook, 300);
  }

  /// Differences to the way of each pair; `null` where only one of them is there.
  private static List<Integer> differences(HireTown town, int type, Prospect then) {
    List<GeoPoint> from = places(town);
    List<GeoPoint> to = places(town);
    List<HireQuery> ends = to.stream().map(place -> query(town, type, place, place, then)).toList();
    HireTable table = town.engine.table(ends.getFirst(), ends, LIMIT).orElseThrow();
    List<Integer> differences = new ArrayList<>();
    for (GeoPoint origin : from) {
      int[] seconds = table.seconds(query(town, type, origin, origin, then));
      for (int i = 0; i < to.size(); i++) {
        OptionalInt best =
            town.engine.find(query(town, type, origin, to.get(i), then)).stream()
                .limit(1)
                .mapToInt(option -> option.seconds() + HANDLING)
                .findFirst();
        assertThat(seconds[i] == StreetSpread.NEVER)
            .as("%s to %s: %d, %s", origin, to.get(i), seconds[i], best)
            .isEqualTo(best.isEmpty());
        if (best.isPresent()) {
          differences.add(seconds[i] - best.getAsInt());
        }
      }
    }
    return differences;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aTableOfStationsTellsTheSameAsEachPair(long seed) {
    HireTown town = new HireTown(seed);
    List<Integer> differences = differences(town, HireTown.BICYCLE, Prospect.NONE);
    assertThat(differences).hasSizeGreaterThan(PLACES * PLACES / 3);
    assertThat(differences).allSatisfy(one -> assertThat(one).isBetween(-TOLERANCE, TOLERANCE));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void itHeedsWhatIsLikelyToBeThere(long seed) {
    HireTown town = new HireTown(seed);
    List<Integer> differences = differences(town, HireTown.BICYCLE, likely(town));
    assertThat(differences).hasSizeGreaterThan(PLACES * PLACES / 4);
    // ways that count alike may take different times
    long same = differences.stream().filter(one -> Math.abs(one) <= TOLERANCE).count();
    assertThat(same).isGreaterThan(differences.size() * 9L / 10);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aTableOfScootersTellsTheSameAsEachPair(long seed) {
    HireTown town = new HireTown(seed);
    List<Integer> differences = differences(town, HireTown.SCOOTER, Prospect.NONE);
    assertThat(differences).hasSizeGreaterThan(PLACES * PLACES / 3);
    assertThat(differences).allSatisfy(one -> assertThat(one).isBetween(-TOLERANCE, DETOUR));
    long same = differences.stream().filter(one -> Math.abs(one) <= TOLERANCE).count();
    assertThat(same).isGreaterThan(differences.size() * 19L / 20);
  }

  /// Walks on to a place from what is reached take as long as the table says.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void oneWalksOnFromWhatIsReached(long seed) {
    HireTown town = new HireTown(seed);
    int compared = 0;
    for (GeoPoint origin : places(town)) {
      HireQuery query = query(town, HireTown.BICYCLE, origin, origin, Prospect.NONE);
      for (ReachDirection direction : ReachDirection.values()) {
        List<SpreadStart> walks = new ArrayList<>();
        town.engine.reach(query, direction, LIMIT, walks, NOTHING);
        GeoPoint other = town.place();
        boolean outward = direction == ReachDirection.FROM;
        OptionalInt reached =
            walks.stream().flatMapToInt(start -> walk(town, start, other, outward).stream()).min();
        GeoPoint from = outward ? origin : other;
        GeoPoint to = outward ? other : origin;
        HireQuery pair = query(town, HireTown.BICYCLE, from, to, Prospect.NONE);
        List<HireOption> found = town.engine.find(pair);
        assertThat(reached.isPresent()).isEqualTo(!found.isEmpty());
        if (!found.isEmpty()) {
          int best = found.getFirst().seconds() + HANDLING;
          assertThat(reached.getAsInt()).isBetween(best - TOLERANCE, best + TOLERANCE);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(PLACES / 2);
  }

  private static OptionalInt walk(
      HireTown town, SpreadStart start, GeoPoint other, boolean outward) {
    Endpoint end = Endpoint.of(other);
    if (((Endpoint.Place) start.end()).point().equals(other)) {
      return OptionalInt.of(start.seconds());
    }
    return town.router
        .path(
            outward ? start.end() : end,
            outward ? end : start.end(),
            StreetMode.WALK,
            PathOptions.of(WALK))
        .map(path -> OptionalInt.of(start.seconds() + path.seconds()))
        .orElse(OptionalInt.empty());
  }

  /// A street told is reached at its end no later than by the way found to there, and mostly then:
  /// by streets that are less comfortable, which a way to there does not take, it may be sooner.
  @Test
  void aScooterIsLeftAlongStreetsThatAllowIt() {
    HireTown town = new HireTown(1);
    int compared = 0;
    int same = 0;
    int later = 0;
    for (GeoPoint origin : places(town)) {
      HireQuery query = query(town, HireTown.SCOOTER, origin, origin, Prospect.NONE);
      int[] earliest = new int[town.streets.nodes().count()];
      Arrays.fill(earliest, Integer.MAX_VALUE);
      List<SpreadStart> walks = new ArrayList<>();
      town.engine.reach(query, ReachDirection.FROM, 1200, walks, heads(town, earliest));
      for (int node = 0; node < earliest.length; node += 7) {
        GeoPoint corner = town.streets.nodes().point(node);
        // the ends of streets along which none is left are where one walks on
        for (SpreadStart walk : walks) {
          boolean here = ((Endpoint.Place) walk.end()).point().equals(corner);
          earliest[node] = here ? Math.min(earliest[node], 10 * walk.seconds()) : earliest[node];
        }
        if (earliest[node] < 12_000) {
          assertThat(HireTown.mayLeave(corner)).isTrue();
          HireQuery pair = query(town, HireTown.SCOOTER, origin, corner, Prospect.NONE);
          List<HireOption> found = town.engine.find(pair);
          // the way to the corner itself may be more comfortable and beyond the range
          int best = found.isEmpty() ? LIMIT : found.getFirst().seconds() + HANDLING;
          later += earliest[node] / 10 > best + DETOUR ? 1 : 0;
          same += Math.abs(earliest[node] / 10 - best) <= TOLERANCE ? 1 : 0;
          compared++;
        }
      }
      assertThat(walks)
          .allMatch(start -> HireTown.mayLeave(((Endpoint.Place) start.end()).point()));
    }
    assertThat(compared).isGreaterThan(50);
    // a way to a corner may end on another street that passes over it
    assertThat(later).as("of %d", compared).isLessThan(compared / 20);
    assertThat(same).as("of %d", compared).isGreaterThan(compared * 2 / 3);
  }

  private static final SpreadVisitor NOTHING = heads(null, new int[0]);

  private static SpreadVisitor heads(@Nullable HireTown town, int[] earliest) {
    return new SpreadVisitor() {
      @Override
      public void arc(int arc, int fromDecimetres, int tenths, int moreTenths) {
        if (town != null) {
          int head = town.streets.head(arc);
          earliest[head] = Math.min(earliest[head], tenths + moreTenths);
        }
      }

      @Override
      public void open(GeoPoint centre, int tenths) {}
    };
  }
}
