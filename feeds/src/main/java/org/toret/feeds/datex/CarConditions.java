package org.toret.feeds.datex;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toret.base.xml.XmlElement;
import org.toret.network.zone.AccessCondition;
import org.toret.network.zone.CarUser;

/// What a tree of conditions (*and*, *or*, *negate* over vehicles, times and places) means for
/// private cars.
///
/// The tree is evaluated for every fuel and Euro class with all its times holding; where it is true
/// the car is kept out in the times that stand in the tree. Times of exemptions are taken as
/// holding for as long as the zone does. A private car is of category M1, weighs two tonnes and
/// carries no goods. A car whose Euro class is not told is taken as of the newest.
final class CarConditions {

  private static final double CAR_TONNES = 2;
  private static final int NEWEST_EURO = 7;

  private record Car(String fuel, int euro) {}

  private CarConditions() {}

  static List<AccessCondition> of(XmlElement tree) {
    List<AccessCondition> times = times(tree);
    List<AccessCondition> found = new ArrayList<>();
    int all = 0;
    for (String fuel : CarUser.FUELS) {
      int upTo = upTo(tree, fuel);
      if (upTo == NEWEST_EURO) {
        all |= CarUser.bit(fuel);
      } else if (upTo > 0) {
        times.forEach(time -> found.add(time.concerning(CarUser.bit(fuel), upTo)));
      }
    }
    boolean everybody = all == (1 << CarUser.FUELS.size()) - 1;
    if (all != 0) {
      int fuels = everybody ? 0 : all;
      times.forEach(time -> found.add(time.concerning(fuels, AccessCondition.ANY_EURO)));
    }
    return found;
  }

  /// The highest Euro class up to which all cars of a fuel are kept out, 0 for none.
  private static int upTo(XmlElement tree, String fuel) {
    int upTo = 0;
    while (upTo < NEWEST_EURO && holds(tree, new Car(fuel, upTo + 1))) {
      upTo++;
    }
    return upTo;
  }

  private static boolean holds(XmlElement condition, Car car) {
    boolean negate = condition.text("negate").equals("true");
    boolean holds =
        switch (condition.type()) {
          case "ConditionSet" -> set(condition, car);
          case "VehicleCondition" -> vehicle(condition, car);
          case "ValidityCondition", "LocationCondition" -> true;
          // a driver, an occupancy, a purpose: somebody in particular, not everybody
          default -> false;
        };
    return holds != negate;
  }

  private static boolean set(XmlElement condition, Car car) {
    List<XmlElement> parts = condition.children("conditions");
    return condition.text("operator").equals("or")
        ? parts.stream().anyMatch(part -> holds(part, car))
        : parts.stream().allMatch(part -> holds(part, car));
  }

  /// Whether a car has all characteristics named, and there is one that is understood.
  private static boolean vehicle(XmlElement condition, Car car) {
    Optional<XmlElement> told = condition.child("vehicleCharacteristics");
    return told.isPresent() && Boolean.TRUE.equals(characteristics(told.get(), car));
  }

  private static @Nullable Boolean characteristics(XmlElement element, Car car) {
    Boolean all = null;
    for (XmlElement child : element.children()) {
      Boolean one = characteristic(child, car);
      if (one != null) {
        all = (all == null || all) && one;
      }
    }
    return all;
  }

  private static @Nullable Boolean characteristic(XmlElement element, Car car) {
    return switch (element.name()) {
      case "vehicleType" -> isCar(element.text());
      case "otherVehicleType" -> false;
      case "euVehicleCategory" -> element.text().equals("m1");
      case "vehicleUsage" -> element.text().equals("nonCommercial");
      case "fuelType" -> isFuel(element.text(), car.fuel());
      case "emissionClassificationEuro" -> element.text().equals("euro" + car.euro());
      case "grossWeightCharacteristic", "heaviestAxleWeightCharacteristic" -> weighs(element);
      case "negate", "comparisonOperator" -> null;
      default -> element.children().isEmpty() ? Boolean.FALSE : characteristics(element, car);
    };
  }

  private static boolean isCar(String type) {
    return switch (type) {
      case "car", "anyVehicle", "motorVehicle", "twoAxleVehicle" -> true;
      default -> false;
    };
  }

  private static boolean isFuel(String told, String fuel) {
    String wanted =
        switch (told.toLowerCase(Locale.ROOT)) {
          case "battery" -> "electric";
          case "petrol", "petrolleaded", "petrolunleaded", "petrol95octane", "petrol98octane" ->
              "petrol";
          case "diesel", "biodiesel" -> "diesel";
          case "lpg", "liquidgas", "petrollpg" -> "lpg";
          case "methane", "cng" -> "cng";
          case "petrolbatteryhybrid", "dieselbatteryhybrid", "hybrid" -> "hybrid";
          default -> "";
        };
    return wanted.equals(fuel);
  }

  private static boolean weighs(XmlElement element) {
    double tonnes;
    try {
      tonnes = Double.parseDouble(element.text("grossVehicleWeight"));
    } catch (NumberFormatException e) {
      return false;
    }
    return switch (element.text("comparisonOperator")) {
      case "greaterThan", "greaterThanOrEqualTo" -> CAR_TONNES > tonnes;
      case "lessThan", "lessThanOrEqualTo" -> CAR_TONNES < tonnes;
      default -> false;
    };
  }

  /// The times of a tree outside its exemptions; always where it tells none.
  private static List<AccessCondition> times(XmlElement tree) {
    List<AccessCondition> times = new ArrayList<>();
    collect(tree, times);
    return times.isEmpty() ? List.of(AccessCondition.always(false)) : times;
  }

  private static void collect(XmlElement condition, List<AccessCondition> times) {
    if (condition.text("negate").equals("true")) {
      return;
    }
    condition
        .child("validityByOrder", "validityTimeSpecification")
        .ifPresent(validity -> times.addAll(validity(validity)));
    condition.children("conditions").forEach(part -> collect(part, times));
  }

  private static List<AccessCondition> validity(XmlElement validity) {
    AccessCondition whole =
        AccessCondition.always(false)
            .between(
                date(validity.text("overallStartTime")).orElse(AccessCondition.ALWAYS_FROM),
                date(validity.text("overallEndTime")).orElse(AccessCondition.ALWAYS_UNTIL));
    List<AccessCondition> periods = new ArrayList<>();
    for (XmlElement period : validity.children("validPeriod")) {
      periods.addAll(hours(whole, period));
    }
    return periods.isEmpty() ? List.of(whole) : periods;
  }

  /// The days and hours that recur in a period; empty where none do.
  static List<AccessCondition> period(XmlElement period) {
    boolean recurs =
        !period.all("recurringTimePeriodOfDay").isEmpty() || !period.all("applicableDay").isEmpty();
    return recurs ? hours(AccessCondition.always(false), period) : List.of();
  }

  /// Whether what is said of vehicles with some characteristics is said of an ordinary car.
  static boolean concernsCars(XmlElement characteristics) {
    return Boolean.TRUE.equals(
        characteristics(characteristics, new Car("petrol", NEWEST_EURO - 1)));
  }

  private static List<AccessCondition> hours(AccessCondition whole, XmlElement period) {
    List<AccessCondition> periods = new ArrayList<>();
    int days = 0;
    for (XmlElement day : period.all("applicableDay")) {
      days |= day(day.text());
    }
    List<XmlElement> hours = period.all("recurringTimePeriodOfDay");
    if (hours.isEmpty()) {
      periods.add(whole.at(days, 0, AccessCondition.DAY_SECONDS));
    }
    for (XmlElement hour : hours) {
      int from = second(hour.text("startTimeOfPeriod"), 0);
      int until = second(hour.text("endTimeOfPeriod"), AccessCondition.DAY_SECONDS);
      periods.add(whole.at(days, from, until));
    }
    return periods;
  }

  private static int day(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equalsIgnoreCase(name)) {
        return 1 << day.ordinal();
      }
    }
    return 0;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toLocalDate());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Publishers write local hours, with or without an offset that means nothing.
  private static int second(String text, int otherwise) {
    try {
      return text.length() < 8 ? otherwise : LocalTime.parse(text.substring(0, 8)).toSecondOfDay();
    } catch (DateTimeException e) {
      return otherwise;
    }
  }
}
