package org.toret.app.pages.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.CostItem;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.Leg;

/// Puts the four costs of alternatives into numbers with units, bars and items.
final class CostWriter {

  private final Words words;
  private final Formats formats;
  private final Scale scale;

  /// The greatest of each cost in an answer, for the bars.
  private record Scale(long seconds, long cents, long wattHours, long grams) {

    static Scale of(List<Alternative> alternatives) {
      long seconds = 1;
      long cents = 1;
      long wattHours = 1;
      long grams = 1;
      for (Alternative alternative : alternatives) {
        Costs costs = alternative.costs();
        seconds = Math.max(seconds, costs.time().seconds());
        cents = Math.max(cents, amount(costs.fare().cents(), costs.fare().atLeastCents()));
        Costs.Energy energy = costs.energy();
        wattHours = Math.max(wattHours, amount(energy.wattHours(), energy.atLeastWattHours()));
        Costs.Emissions out = costs.emissions();
        grams = Math.max(grams, amount(out.gramsCO2e(), out.atLeastGramsCO2e()));
      }
      return new Scale(seconds, cents, wattHours, grams);
    }
  }

  CostWriter(Words words, List<Alternative> alternatives) {
    this.words = words;
    this.formats = new Formats(words.locale());
    this.scale = Scale.of(alternatives);
  }

  /// Time, fare, energy, emissions.
  List<CostView> write(Alternative alternative) {
    Costs costs = alternative.costs();
    return List.of(
        time(costs.time(), alternative.legs()),
        fare(costs.fare(), alternative.legs()),
        energy(costs.energy(), alternative.legs()),
        emissions(costs.emissions(), alternative.legs()));
  }

  /// What is known of a single leg's costs, in words.
  List<String> ofLeg(Costs costs) {
    List<String> out = new ArrayList<>();
    Integer cents = costs.fare().cents();
    if (cents != null && cents > 0) {
      out.add(formats.money(cents, costs.fare().currency()));
    }
    Integer wattHours = costs.energy().wattHours();
    if (wattHours != null && wattHours > 0) {
      out.add(formats.energy(wattHours));
    }
    Integer grams = costs.emissions().gramsCO2e();
    if (grams != null && grams > 0) {
      out.add(formats.mass(grams) + " CO₂e");
    }
    return out;
  }

  private CostView time(Costs.Time time, List<Leg> legs) {
    List<String> extras = new ArrayList<>();
    if (time.walkSeconds() > 0) {
      extras.add(words.of("cost.time.walk", formats.duration(time.walkSeconds())));
    }
    if (time.waitSeconds() > 0) {
      extras.add(words.of("cost.time.wait", formats.duration(time.waitSeconds())));
    }
    String value = formats.duration(time.seconds());
    return known("time", value, time.seconds(), scale.seconds, stretches(time, legs), extras);
  }

  /// Each leg and the waiting between them, to the second: they add up to the whole.
  private List<CostView.Item> stretches(Costs.Time time, List<Leg> legs) {
    List<CostView.Item> items = new ArrayList<>();
    long moved = 0;
    for (Leg leg : legs) {
      long seconds = Duration.between(leg.departure(), leg.arrival()).toSeconds();
      moved += seconds;
      items.add(stretch(vehicle(leg), formats.distance(leg.metres()), seconds));
    }
    if (time.seconds() > moved) {
      items.add(stretch(words.of("cost.time.waiting"), "", time.seconds() - moved));
    }
    return items.size() > 1 ? items : List.of();
  }

  private CostView.Item stretch(String name, String detail, long seconds) {
    return new CostView.Item(name, detail, formats.exactDuration(seconds), "", "");
  }

  private CostView fare(Costs.Fare fare, List<Leg> legs) {
    List<CostView.Item> items =
        fare.items().stream().map(item -> price(item, fare.currency(), legs)).toList();
    Integer cents = fare.cents();
    if (cents == null) {
      long least = fare.atLeastCents();
      String text = least > 0 ? formats.money(least, fare.currency()) : "";
      return unknown("fare", fare.reason(), text, least, scale.cents, items, List.of());
    }
    String value = cents == 0 ? words.of("cost.free") : formats.money(cents, fare.currency());
    return known("fare", value, cents, scale.cents, items, List.of());
  }

  private CostView energy(Costs.Energy energy, List<Leg> legs) {
    List<CostView.Item> items =
        energy.items().stream()
            .map(item ->
                new CostView.Item(
                    vehicles(item.legs(), legs),
                    perKilometre(item.legs(), legs, item.wattHours(), formats::energy),
                    orUnknown(item.wattHours(), formats::energy),
                    item.factor(),
                    item.source()))
            .toList();
    List<String> extras =
        energy.kcal() > 0
            ? List.of(words.of("cost.energy.kcal", formats.number(energy.kcal())))
            : List.of();
    Integer wattHours = energy.wattHours();
    if (wattHours == null) {
      long least = energy.atLeastWattHours();
      String text = least > 0 ? formats.energy(least) : "";
      return unknown("energy", energy.reason(), text, least, scale.wattHours, items, extras);
    }
    return known("energy", formats.energy(wattHours), wattHours, scale.wattHours, items, extras);
  }

  private CostView emissions(Costs.Emissions out, List<Leg> legs) {
    List<CostView.Item> items =
        out.items().stream()
            .map(item ->
                new CostView.Item(
                    vehicles(item.legs(), legs),
                    joined(
                        perKilometre(item.legs(), legs, item.gramsCO2e(), formats::mass),
                        exhaust(item.milligramsNOx(), item.milligramsPM())),
                    orUnknown(item.gramsCO2e(), formats::mass),
                    item.factor(),
                    item.source()))
            .toList();
    Integer grams = out.gramsCO2e();
    if (grams == null) {
      long least = out.atLeastGramsCO2e();
      String text = least > 0 ? formats.mass(least) : "";
      return unknown("emissions", out.reason(), text, least, scale.grams, items, List.of());
    }
    return known(
        "emissions", formats.mass(grams), grams, scale.grams, items, pollutants(out, grams));
  }

  /// What an amount is for each kilometre of its legs: the way from the factor to the number.
  private String perKilometre(
      List<Integer> positions,
      List<Leg> legs,
      @Nullable Integer amount,
      LongFunction<String> print) {
    long metres =
        positions.stream()
            .filter(position -> position >= 0 && position < legs.size())
            .mapToLong(position -> legs.get(position).metres())
            .sum();
    if (amount == null || metres <= 0) {
      return metres <= 0 ? "" : formats.distance(metres);
    }
    String each = print.apply(Math.round(amount * 1000.0 / metres));
    return words.of("cost.perKilometre", formats.distance(metres), each);
  }

  private static String joined(String one, String other) {
    return one.isEmpty() ? other : one + " · " + other;
  }

  private List<String> pollutants(Costs.Emissions out, int grams) {
    List<String> extras = new ArrayList<>();
    Integer tankToWheel = out.tankToWheelGramsCO2e();
    if (tankToWheel != null && grams > 0) {
      extras.add(words.of("cost.emissions.tankToWheel", formats.mass(tankToWheel)));
    }
    if (grams > 0) {
      extras.add(exhaust(out.milligramsNOx(), out.milligramsPM()));
    }
    return extras;
  }

  private String exhaust(@Nullable Integer milligramsNOx, @Nullable Integer milligramsPM) {
    return words.of(
        "cost.emissions.exhaust",
        orUnknown(milligramsNOx, amount -> formats.number(amount) + " mg"),
        orUnknown(milligramsPM, amount -> formats.number(amount) + " mg"));
  }

  private String orUnknown(@Nullable Integer amount, IntFunction<String> print) {
    return amount == null ? words.of("cost.unknown.short") : print.apply(amount);
  }

  private CostView.Item price(CostItem.Price item, String currency, List<Leg> legs) {
    String value = formats.money(item.cents(), currency);
    String fuel = "fuel." + item.name();
    String called = words.knows(fuel) ? words.of(fuel) : item.name();
    String name = words.of("cost.fare.kind." + item.kind(), called);
    return new CostView.Item(name, detail(item, legs), value, item.rule(), item.source());
  }

  private String detail(CostItem.Price item, List<Leg> legs) {
    List<String> parts = new ArrayList<>();
    String vehicles = vehicles(item.legs(), legs);
    if (!vehicles.isEmpty()) {
      parts.add(vehicles);
    }
    if (item.medium() != null) {
      parts.add(item.medium());
    }
    if (item.validUntil() != null) {
      parts.add(words.of("cost.fare.validUntil", formats.clock(item.validUntil())));
    }
    return String.join(" · ", parts);
  }

  private String vehicles(List<Integer> positions, List<Leg> legs) {
    return positions.stream()
        .filter(position -> position >= 0 && position < legs.size())
        .map(position -> vehicle(legs.get(position)))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String vehicle(Leg leg) {
    String mode = words.of("mode." + leg.mode().id());
    return leg.transit() == null ? mode : mode + " " + leg.transit().route().name();
  }

  private static CostView known(
      String kind,
      String value,
      long amount,
      long most,
      List<CostView.Item> items,
      List<String> extras) {
    return new CostView(kind, true, value, "", "", (double) amount / most, items, extras);
  }

  private CostView unknown(
      String kind,
      @Nullable String reason,
      String least,
      long amount,
      long most,
      List<CostView.Item> items,
      List<String> extras) {
    String atLeast = least.isEmpty() ? "" : words.of("cost.atLeast", least);
    return new CostView(
        kind,
        false,
        words.of("cost.unknown.short"),
        atLeast,
        why(reason),
        (double) amount / most,
        items,
        extras);
  }

  private String why(@Nullable String reason) {
    if (reason == null) {
      return words.of("cost.unknown.noReason");
    }
    return words.knows(reason) ? words.of(reason) : reason;
  }

  private static long amount(@Nullable Integer known, int atLeast) {
    return known == null ? atLeast : known;
  }
}
