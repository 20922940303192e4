package org.toret.router.drive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.toret.base.rules.RuleBook;
import org.toret.base.rules.RuleRow;
import org.toret.network.parking.CarParks;
import org.toret.router.fare.FareItem;
import org.toret.router.fare.FareResult;
import org.toret.router.fare.UnknownFare;

/// What it costs to leave a car.
///
/// Prices come from table `parking-tariff`, whose rows are named after car parks (`feed:id`), or
/// `kerb` for the streets of the whole city: `centsPerHour`, paid in steps of `stepMinutes`, at
/// most `centsPerDay` for every 24 hours begun where there is such a number. A car park that says
/// it is free costs nothing. All else is unknown. Immutable and thread-safe.
public final class ParkingCosts {

  /// Name of the table.
  public static final String TABLE = "parking-tariff";

  /// Row of the streets.
  public static final String KERB = "kerb";

  private static final int MINUTES_PER_HOUR = 60;
  private static final int MINUTES_PER_DAY = 1_440;

  private final RuleBook rules;
  private final CarParks parks;

  public ParkingCosts(RuleBook rules, CarParks parks) {
    this.rules = rules;
    this.parks = parks;
  }

  /// The price of a stay.
  ///
  /// @param leg position of the drive
  /// @param park index, or [ParkingPlace#KERB]
  /// @param stayMinutes how long the car stays, more than 0
  public FareResult price(int leg, int park, int stayMinutes, LocalDate day) {
    boolean kerb = park == ParkingPlace.KERB;
    String id = kerb ? KERB : parks.ids().get(park);
    Optional<RuleRow> row = rules.find(TABLE, id, day);
    if (row.isPresent()) {
      return paid(leg, row.get(), kerb ? "" : parks.names().get(park), stayMinutes);
    }
    if (!kerb && parks.has(park, CarParks.FREE)) {
      return FareResult.FREE;
    }
    return new FareResult(0, "", List.of(new UnknownFare(leg, "no_parking_price")), List.of());
  }

  private static FareResult paid(int leg, RuleRow row, String name, int stayMinutes) {
    int days = stayMinutes / MINUTES_PER_DAY;
    OptionalDouble most = row.findNumber("centsPerDay");
    int rest = stayMinutes - days * MINUTES_PER_DAY;
    int cents =
        most.isEmpty()
            ? steps(row, stayMinutes)
            : (int) (days * most.getAsDouble() + Math.min(most.getAsDouble(), steps(row, rest)));
    FareItem item =
        new FareItem(
            "parking",
            "",
            name,
            cents,
            List.of(leg),
            "",
            FareItem.NO_END,
            row.reference().toString(),
            row.sourceText());
    return new FareResult(cents, row.text("currency"), List.of(), List.of(item));
  }

  private static int steps(RuleRow row, int minutes) {
    double step = row.number("stepMinutes");
    double perStep = row.number("centsPerHour") * step / MINUTES_PER_HOUR;
    return (int) Math.round(Math.ceil(minutes / step) * perStep);
  }
}
