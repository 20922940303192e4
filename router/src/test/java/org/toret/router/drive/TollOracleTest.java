package org.toret.router.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.GeoPoint;
import org.toret.network.zone.CarUser;
import org.toret.router.drive.TollTown.Ready;
import org.toret.router.fare.FareResult;
import org.toret.router.path.RideTrack;
import org.toret.router.toll.Tolls;

/// Random towns of four by four junctions with two zones and two roads that cost something: every
/// way without passing a junction twice is enumerated, with its time and what it pays by a
/// reckoning of its own. For each of them something at least as quick that pays no more is offered.
@Tag("ST-06")
final class TollOracleTest {

  private static final int SIDE = 4;
  private static final int TOWNS = 60;
  private static final int QUESTIONS = 8;
  private static final int SECOND_MILLIS = 1000;
  private static final CarUser CAR = new CarUser("petrol", 6, Set.of());
  private static final String AT = "2026-09-15T10:00";

  /// A street as the reference sees it.
  private record Street(int from, int to, int kmh, String road, BitSet zones) {

    double millis() {
      return 3_600_000.0 / kmh;
    }
  }

  /// A rectangle in steps.
  private record Area(double west, double south, double east, double north) {

    boolean holds(double x, double y) {
      return x > west && x < east && y > south && y < north;
    }

    boolean has(int from, int to) {
      double x = (from % SIDE + to % SIDE) / 2.0;
      double y = (from / SIDE + to / SIDE) / 2.0;
      return holds(x, y) && (holds(from % SIDE, from / SIDE) || holds(to % SIDE, to / SIDE));
    }
  }

  private static final class Town {

    final Map<String, Integer> cents = new HashMap<>();
    final List<Street> streets = new ArrayList<>();
    final Ready ready;
    final Random random;

    Town(long seed) {
      random = new Random(seed);
      TollTown town = new TollTown(SIDE, SIDE);
      List<Area> areas = List.of(area(), area());
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < areas.size(); i++) {
        Area area = areas.get(i);
        town.zone("z:" + i, "", area.west(), area.south(), area.east(), area.north());
        cents.put("z:" + i, 100 * (1 + random.nextInt(8)));
        rows.add("z:" + i + ",,,day," + cents.get("z:" + i) + ",EUR,,,,,0");
      }
      town.prices("zone-charge", "zone", rows.toArray(String[]::new));
      cents.put("R1", 250);
      town.prices("road-toll", "road", "R1,,,passage,250,EUR,,,,,0");
      for (int node = 0; node < SIDE * SIDE; node++) {
        if (node % SIDE < SIDE - 1) {
          street(town, node, node + 1, areas);
        }
        if (node / SIDE < SIDE - 1) {
          street(town, node, node + SIDE, areas);
        }
      }
      ready = town.ready();
    }

    private Area area() {
      double west = random.nextInt(3) - 0.6;
      double south = random.nextInt(3) - 0.6;
      return new Area(west, south, west + 1.2 + random.nextInt(2), south + 1.2);
    }

    private void street(TollTown town, int from, int to, List<Area> areas) {
      int kmh = 20 + random.nextInt(60);
      String road = random.nextInt(6) == 0 ? "R" + random.nextInt(3) : "";
      road = road.equals("R0") ? "" : road;
      BitSet zones = new BitSet();
      for (int i = 0; i < areas.size(); i++) {
        zones.set(i, areas.get(i).has(from, to));
      }
      streets.add(new Street(from, to, kmh, road, zones));
      String toll = road.isEmpty() ? "" : "road|" + road + "||";
      town.street(from % SIDE, from / SIDE, to % SIDE, to / SIDE, kmh, toll);
    }

    GeoPoint middle(Street street) {
      return TollTown.at(
          (street.from() % SIDE + street.to() % SIDE) / 2.0,
          (street.from() / SIDE + street.to() / SIDE) / 2.0);
    }

    /// What a way through some streets pays for: zones that are entered, and roads.
    Set<String> charges(List<Street> way) {
      Set<String> charges = new TreeSet<>();
      for (int i = 0; i < way.size(); i++) {
        for (int zone = 0; zone < 2; zone++) {
          boolean entered =
              i > 0 && way.get(i).zones().get(zone) && !way.get(i - 1).zones().get(zone);
          charges.addAll(entered ? List.of("z:" + zone) : List.of());
        }
        String road = way.get(i).road();
        charges.addAll(road.isEmpty() ? List.of() : List.of(road));
      }
      return charges;
    }

    /// All ways between the middles of two streets.
    List<List<Street>> ways(Street from, Street to) {
      List<List<Street>> ways = new ArrayList<>();
      for (int node : new int[] {from.from(), from.to()}) {
        BitSet seen = new BitSet();
        seen.set(node);
        walk(node, to, new ArrayList<>(List.of(from)), seen, ways);
      }
      return ways;
    }

    private void walk(int node, Street to, List<Street> way, BitSet seen, List<List<Street>> ways) {
      if (node == to.from() || node == to.to()) {
        List<Street> whole = new ArrayList<>(way);
        whole.add(to);
        ways.add(whole);
      }
      for (Street street : streets) {
        boolean here = street.from() == node || street.to() == node;
        int next = street.from() == node ? street.to() : street.from();
        if (here && street != to && street != way.getFirst() && !seen.get(next)) {
          seen.set(next);
          way.add(street);
          walk(next, to, way, seen, ways);
          way.removeLast();
          seen.clear(next);
        }
      }
    }

    static double millis(List<Street> way) {
      double whole = way.stream().mapToDouble(Street::millis).sum();
      return whole - (way.getFirst().millis() + way.getLast().millis()) / 2;
    }

    /// The streets of what was found.
    List<Street> taken(RideTrack track) {
      List<Street> taken = new ArrayList<>();
      for (int i = 0; i < track.count(); i++) {
        int edge = track.edge(i);
        int from = node(ready.streets().edges().from()[edge]);
        int to = node(ready.streets().edges().to()[edge]);
        streets.stream()
            .filter(one -> one.from() == Math.min(from, to) && one.to() == Math.max(from, to))
            .forEach(taken::add);
      }
      return taken;
    }

    private int node(int index) {
      GeoPoint here = ready.streets().nodes().point(index);
      for (int node = 0; node < SIDE * SIDE; node++) {
        if (TollTown.at(node % SIDE, node / SIDE).equals(here)) {
          return node;
        }
      }
      throw new AssertionError(here);
    }
  }

  @Test
  void nothingQuickerThatPaysNoMoreIsMissed() {
    int charged = 0;
    int several = 0;
    for (long seed = 1; seed <= TOWNS; seed++) {
      Town town = new Town(seed);
      for (int i = 0; i < QUESTIONS; i++) {
        Street from = town.streets.get(town.random.nextInt(town.streets.size()));
        Street to = town.streets.get(town.random.nextInt(town.streets.size()));
        if (from == to) {
          continue;
        }
        List<DriveOption> found =
            town.ready.find(town.middle(from), town.middle(to), AT, CAR).stream()
                .filter(option -> option.walk() == null)
                .toList();
        for (DriveOption option : found) {
          isPricedRight(town, option, seed);
          charged += option.dues().isEmpty() ? 0 : 1;
        }
        several += found.size() > 1 ? 1 : 0;
        isComplete(town, town.ways(from, to), found, "seed " + seed + ", question " + i);
      }
    }
    assertThat(charged).isGreaterThan(200);
    assertThat(several).isGreaterThan(100);
  }

  private static void isPricedRight(Town town, DriveOption option, long seed) {
    Set<String> charges = town.charges(town.taken(option.drive().track()));
    long when = LocalDateTime.parse(AT).atZone(TollTown.ZONE).toEpochSecond();
    FareResult fare =
        town.ready.tolls().price(List.of(new Tolls.Driven(0, option.drive().track(), when, CAR)));
    List<Street> taken = town.taken(option.drive().track());
    int stretches = 0;
    for (int i = 0; i < taken.size(); i++) {
      stretches += taken.get(i).road().equals("R1") && begins(taken, i) ? 1 : 0;
    }
    int zones =
        charges.stream().filter(charge -> charge.startsWith("z:")).mapToInt(town.cents::get).sum();
    assertThat(fare.atLeastCents()).as("seed %d", seed).isEqualTo(zones + 250 * stretches);
  }

  /// Whether no street of the same stretch before has the same road.
  private static boolean begins(List<Street> taken, int at) {
    for (int i = at - 1; i >= 0 && !taken.get(i).road().isEmpty(); i--) {
      if (taken.get(i).road().equals(taken.get(at).road())) {
        return false;
      }
    }
    return true;
  }

  private static void isComplete(
      Town town, List<List<Street>> ways, List<DriveOption> found, String which) {
    double quickest = found.getFirst().drive().seconds();
    for (List<Street> way : ways) {
      double seconds = Town.millis(way) / SECOND_MILLIS;
      if (seconds > 2 * quickest) {
        continue;
      }
      Set<String> charges = town.charges(way);
      boolean covered =
          found.stream()
              .anyMatch(option ->
                  option.drive().seconds() <= seconds + 2
                      && charges.containsAll(town.charges(town.taken(option.drive().track()))));
      assertThat(covered).as("%s: %.0f s for %s", which, seconds, charges).isTrue();
    }
  }
}
