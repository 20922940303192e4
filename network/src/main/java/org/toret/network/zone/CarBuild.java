package org.toret.network.zone;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How large cars are, as far as signs with sizes tell cars from other vehicles: tonnes and metres
/// as OpenStreetMap writes them without a unit. Between the bounds it depends on the car.
final class CarBuild {

  /// Passenger cars on sale, from a two-seater to a large electric one: 0.4 to 3 t, 2 to 5.5 m
  /// long, 1.3 to 2.2 m wide, 1.1 to 2 m high.
  private static final Map<String, Range> CARS =
      Map.of(
          "weight", new Range(0.4, 3),
          "length", new Range(2, 5.5),
          "width", new Range(1.3, 2.2),
          "height", new Range(1.1, 2),
          "axles", new Range(2, 2));

  private static final Pattern COMPARED =
      Pattern.compile(
          "(weight|length|width|height|axles)\\s*(<=|>=|<|>|=)\\s*(\\d+(?:\\.\\d+)?)(?:\\s*[tm])?");
  private static final Pattern MEASURE =
      Pattern.compile("(?:max)?(?:weight|length|width|height|axle|occupants).*");

  private CarBuild() {}

  /// What a comparison says of cars.
  enum Answer {
    YES,
    NO,
    DEPENDS
  }

  private record Range(double least, double most) {}

  /// Whether a term speaks of a size.
  static boolean isMeasure(String term) {
    return MEASURE.matcher(term).matches();
  }

  /// Whether cars are as a term says.
  static Answer compare(String term) {
    Matcher compared = COMPARED.matcher(term.replaceFirst("^max", "").replace("rating", ""));
    if (!compared.matches()) {
      return Answer.DEPENDS;
    }
    Range cars = CARS.getOrDefault(compared.group(1), new Range(0, Double.MAX_VALUE));
    double bound = Double.parseDouble(compared.group(3));
    return switch (compared.group(2)) {
      case "<=" -> answer(cars.most <= bound, cars.least > bound);
      case "<" -> answer(cars.most < bound, cars.least >= bound);
      case ">=" -> answer(cars.least >= bound, cars.most < bound);
      case ">" -> answer(cars.least > bound, cars.most <= bound);
      default ->
          answer(
              cars.least == bound && cars.most == bound, cars.least > bound || cars.most < bound);
    };
  }

  private static Answer answer(boolean yes, boolean no) {
    return yes ? Answer.YES : no ? Answer.NO : Answer.DEPENDS;
  }
}
