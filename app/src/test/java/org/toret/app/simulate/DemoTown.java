package org.toret.app.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.toret.app.city.CityPreparation;
import org.toret.app.city.CityProgress;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.CityKeeper;
import org.toret.app.keep.OpenCity;
import org.toret.base.outcome.Outcome;
import org.toret.network.City;
import org.toret.router.fare.DriveCosts;
import org.toret.router.journey.CityEngine;

/// The demo city, compiled once for all tests of simulations.
public final class DemoTown {

  private DemoTown() {}

  /// Compiled when it is first asked for.
  private static final class Once {
    static final OpenCity CITY = compile();
  }

  public static OpenCity open() {
    return Once.CITY;
  }

  public static City city() {
    return open().published().city();
  }

  public static CityEngine engine() {
    return open().published();
  }

  /// An epoch second in city time on Tuesday, 15 September 2026, summer time.
  public static long at(String clock) {
    return OffsetDateTime.parse("2026-09-15T" + clock + ":00+02:00").toEpochSecond();
  }

  private static OpenCity compile() {
    try {
      Path state = Files.createTempDirectory("toret-demo-town");
      state.toFile().deleteOnExit();
      var preparation = new CityPreparation(Optional.empty(), state, Clock.systemUTC());
      CityKeeper keeper = new CityKeeper(preparation, new CityHolder(), DriveCosts.tables());
      return switch (keeper.refresh(new CityKeeper.Ears(CityProgress.NONE, refused -> {}))) {
        case Outcome.Done<OpenCity>(OpenCity city) -> city;
        case Outcome.Refused<OpenCity>(String code, List<String> args) ->
            throw new AssertionError(code + " " + args);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
