package org.toret.router.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.base.geo.Distance;
import org.toret.base.geo.GeoPoint;
import org.toret.network.parking.ParkingState;
import org.toret.network.zone.AccessRegime;
import org.toret.network.zone.CarUser;
import org.toret.router.path.RandomStreets;
import org.toret.router.path.VehicleRides;

/// A random town with a zone in its middle that is closed to cars on working days from 7:30 to
/// 10:30, and car parks here and there. What is found is compared with trying everything.
@Tag("ST-05")
final class DriveEngineTest {

  private static final CarUser CAR = DriveTown.CAR;
  private static final int SIDE = DriveTown.SIDE;

  @Test
  void whileTheZoneIsClosedNobodyDrivesThrough() {
    int outside = 0;
    int looked = 0;
    for (long seed = 1; seed <= 12; seed++) {
      DriveTown town = new DriveTown(seed);
      for (int i = 0; i < 25; i++) {
        GeoPoint from = RandomStreets.place(town.random, SIDE);
        GeoPoint to = RandomStreets.place(town.random, SIDE);
        DriveQuery query = town.query(from, to, "2026-09-15T08:00", CAR);
        for (DriveOption option : town.find(query)) {
          looked++;
          if (!town.startsInside(from)) {
            assertThat(option.drive().line()).noneMatch(DriveTown::isDeepInside);
          }
          outside += option.walk() != null && option.place().isKerb() ? 1 : 0;
        }
      }
    }
    assertThat(looked).isGreaterThan(300);
    assertThat(outside).isGreaterThan(10);
  }

  /// Every street is tried as a place to park: none is better by more than rounding.
  @Test
  void noStreetIsABetterPlaceToLeaveTheCar() {
    int compared = 0;
    for (long seed = 1; seed <= 8; seed++) {
      DriveTown town = new DriveTown(seed);
      VehicleRides rides = town.closedRides();
      for (int i = 0; i < 12; i++) {
        GeoPoint from = RandomStreets.place(town.random, SIDE);
        GeoPoint to = RandomStreets.place(town.random, SIDE);
        DriveQuery query = town.query(from, to, "2026-09-15T08:00", CAR);
        Optional<DriveOption> kerb =
            town.find(query).stream()
                .filter(option -> option.place().isKerb() && option.walk() != null)
                .findFirst();
        if (kerb.isPresent() && !town.startsInside(from)) {
          compared++;
          int best = town.bestByTrying(rides, from, to);
          assertThat(kerb.get().seconds() - ParkingPlace.KERB_SECONDS)
              .as("seed %d, question %d", seed, i)
              .isLessThanOrEqualTo(best + 6);
        }
      }
    }
    assertThat(compared).isGreaterThan(4);
  }

  @Test
  void theHourThePermitAndTheDayOpenIt() {
    DriveTown town = new DriveTown(1);
    List<GeoPoint> inside = new ArrayList<>();
    while (inside.size() < 10) {
      GeoPoint place = RandomStreets.place(town.random, SIDE);
      if (DriveTown.isDeepInside(place)) {
        inside.add(place);
      }
    }
    GeoPoint from = new GeoPoint(45.0005, 7.6005);
    CarUser holder = new CarUser("petrol", 6, Set.of("z:1"));
    int closed = 0;
    for (GeoPoint to : inside) {
      boolean reached = atTheDoor(town, town.query(from, to, "2026-09-15T20:00", CAR));
      assertThat(atTheDoor(town, town.query(from, to, "2026-09-15T08:00", holder)))
          .isEqualTo(reached);
      assertThat(atTheDoor(town, town.query(from, to, "2026-09-19T08:00", CAR))).isEqualTo(reached);
      assertThat(atTheDoor(town, town.query(from, to, "2026-12-08T08:00", CAR))).isEqualTo(reached);
      if (!atTheDoor(town, town.query(from, to, "2026-09-15T08:00", CAR))) {
        closed++;
        assertThat(atTheDoor(town, town.query(from, to, "2026-09-15T07:29", CAR))).isFalse();
        List<AccessRegime> avoided =
            town.find(town.query(from, to, "2026-09-15T08:00", CAR)).getFirst().avoided();
        assertThat(avoided).extracting(AccessRegime::name).containsExactly("Zone");
      }
    }
    assertThat(closed).isGreaterThan(3);
  }

  /// Limits are limits of entering: who is inside leaves by the quickest way, never comes back, and
  /// leaves the car outside.
  @Test
  void whoStartsInsideDrivesOut() {
    int out = 0;
    int asFree = 0;
    for (long seed = 1; seed <= 12; seed++) {
      DriveTown town = new DriveTown(seed);
      for (int i = 0; i < 40; i++) {
        GeoPoint from = RandomStreets.place(town.random, SIDE);
        GeoPoint to = RandomStreets.place(town.random, SIDE);
        if (!town.startsInside(from)) {
          continue;
        }
        DriveFound found =
            town.engine.find(town.query(from, to, "2026-09-15T08:00", CAR), town.tolls);
        for (DriveOption option : found.options()) {
          List<Boolean> inside = town.inside(option.drive());
          assertThat(inside.getFirst()).isTrue();
          assertThat(inside).contains(false);
          assertThat(inside.subList(inside.indexOf(false), inside.size())).doesNotContain(true);
          assertThat(found.left()).extracting(AccessRegime::name).containsExactly("Zone");
          out++;
        }
        DriveQuery evening = town.query(from, to, "2026-09-15T20:00", CAR);
        if (!found.options().isEmpty()
            && found.avoided().isEmpty()
            && found.options().getFirst().seconds() == town.find(evening).getFirst().seconds()) {
          asFree++;
        }
      }
    }
    assertThat(out).isGreaterThan(40);
    assertThat(asFree).isGreaterThan(10);
  }

  @Test
  void aStreetThatIsClosedByItselfIsToldByItsName() {
    int told = 0;
    for (long seed = 1; seed <= 6; seed++) {
      DriveTown open = new DriveTown(seed);
      GeoPoint from = RandomStreets.place(open.random, SIDE);
      GeoPoint to = RandomStreets.place(open.random, SIDE);
      DriveFound free = open.engine.find(open.query(from, to, "2026-09-15T20:00", CAR), open.tolls);
      assertThat(free.shutStreets()).isEmpty();
      if (!free.options().isEmpty() && free.options().getFirst().drive().track().count() > 4) {
        int shut = free.options().getFirst().drive().track().edge(2);
        DriveTown town = new DriveTown(seed, 8, List.of(shut));
        DriveFound found =
            town.engine.find(town.query(from, to, "2026-09-15T20:00", CAR), town.tolls);
        assertThat(found.shutStreets()).containsExactly("S" + shut);
        assertThat(found.avoided()).isEmpty();
        told++;
      }
    }
    assertThat(told).isGreaterThan(3);
  }

  private static boolean atTheDoor(DriveTown town, DriveQuery query) {
    return town.find(query).stream()
        .anyMatch(option -> option.place().isKerb() && option.walk() == null);
  }

  @Test
  void aFullCarParkIsNotOffered() {
    DriveTown town = new DriveTown(1);
    GeoPoint to = town.parks.point(0);
    GeoPoint from = new GeoPoint(45.0005, 7.6005);
    DriveQuery query = town.query(from, to, "2026-09-15T20:00", CAR);
    assertThat(town.find(query)).anyMatch(option -> option.place().park() == 0);
    ParkingState full = query.then().with(List.of(new ParkingState.News(0, 0, false, query.at())));
    DriveQuery then = new DriveQuery(from, to, query.at(), false, CAR, DriveTown.OPTIONS, full);
    assertThat(town.find(then)).noneMatch(option -> option.place().park() == 0);
  }

  /// Twelve are looked at; who is told of two of them knows how many were not.
  @Test
  @Tag("SR-15")
  void carParksThatAreNotLookedAtAreCounted() {
    GeoPoint from = new GeoPoint(45.0005, 7.6005);
    for (int carParks : new int[] {8, 12, 60}) {
      DriveTown town = new DriveTown(1, carParks);
      GeoPoint to = town.parks.point(0);
      int near = 0;
      for (int park = 0; park < carParks; park++) {
        near += Distance.metres(town.parks.point(park), to) <= 900 ? 1 : 0;
      }
      DriveFound found =
          town.engine.find(town.query(from, to, "2026-09-15T20:00", DriveTown.CAR), town.tolls);
      assertThat(found.untried()).isEqualTo(Math.max(0, near - 12));
      assertThat(found.unsearched()).isZero();
      assertThat(carParks < 60 || found.untried() > 0).isTrue();
    }
  }
}
