package org.toret.app.pages.need;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.toret.app.pages.frame.Address;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.mobility.plan.Criteria;
import org.toret.network.zone.AccessRegime;

/// What a question asks that others would not, in few words each, so that nobody takes an answer
/// for an ordinary one; each with the way to the same question without it.
public final class NeedChips {

  private static final List<String> NEEDS =
      List.of("wheelchair", "avoidStairs", "luggage", "bikeOnBoard");
  private static final int FEW_MODES = 3;

  private final Words words;
  private final Formats formats;
  private final FareChoices fares;
  private final List<AccessRegime> regimes;

  /// One of them.
  ///
  /// @param icon name of a drawing; empty for none
  /// @param href the same question without it
  public record Chip(String text, String icon, String href) {}

  /// @param fares what products, categories and media are called
  /// @param regimes what zones are called
  public NeedChips(Words words, FareChoices fares, List<AccessRegime> regimes) {
    this.words = words;
    this.formats = new Formats(words.locale());
    this.fares = fares;
    this.regimes = List.copyOf(regimes);
  }

  /// Those of an address.
  public List<Chip> write(Address address) {
    Address asked = address.with("page", "");
    List<Chip> chips = new ArrayList<>();
    String persons = asked.text("persons");
    if (!persons.isEmpty() && !persons.equals("1")) {
      chips.add(chip(asked, "persons", words.of("chip.persons", persons), ""));
    }
    for (String need : NEEDS) {
      if (asked.on(need)) {
        chips.add(chip(asked, need, words.of("ask.need." + need), ""));
      }
    }
    for (String held : asked.list("holds")) {
      String name = called(fares.products(), held.replaceFirst("@.*", ""));
      chips.add(new Chip(name, "ticket", asked.without("holds", held).href("/")));
    }
    addNamed(chips, asked, "rider", fares.riders(), "chip.rider");
    addNamed(chips, asked, "media", fares.media(), "chip.media");
    for (String vehicle : asked.all("vehicle")) {
      chips.add(new Chip(car(vehicle), "car", asked.without("vehicle", vehicle).href("/")));
    }
    for (String permit : asked.list("permits")) {
      String text = words.of("chip.permit", zone(permit));
      chips.add(new Chip(text, "", asked.without("permits", permit).href("/")));
    }
    addLimits(chips, asked);
    return chips;
  }

  private void addLimits(List<Chip> chips, Address asked) {
    asked
        .find("walkSpeed")
        .ifPresent(pace -> chips.add(chip(asked, "walkSpeed", pace(pace), "walk")));
    asked
        .find("maxWalk")
        .flatMap(NeedChips::whole)
        .map(metres -> words.of("chip.maxWalk", formats.distance(metres)))
        .ifPresent(text -> chips.add(chip(asked, "maxWalk", text, "walk")));
    asked
        .find("maxStress")
        .filter(level -> words.knows("ask.maxStress." + level))
        .map(level -> words.of("chip.maxStress", words.of("ask.maxStress." + level)))
        .ifPresent(text -> chips.add(chip(asked, "maxStress", text, "bike")));
    asked
        .find("stay")
        .flatMap(this::stay)
        .ifPresent(text -> chips.add(chip(asked, "stay", text, "parking")));
    if (asked.text("criteria").equals(Criteria.TIMES.code())) {
      chips.add(chip(asked, "criteria", words.of("chip.times"), "clock"));
    }
    List<String> modes = asked.list("modes");
    if (!modes.isEmpty()) {
      chips.add(chip(asked, "modes", modes(modes), ""));
    }
  }

  private String modes(List<String> modes) {
    return modes.size() > FEW_MODES
        ? words.of("chip.modes", modes.size())
        : words.of(
            "chip.modes.only",
            modes.stream()
                .map(mode -> words.knows("mode." + mode) ? words.of("mode." + mode) : mode)
                .collect(Collectors.joining(", ")));
  }

  private void addNamed(
      List<Chip> chips, Address asked, String name, List<FareChoices.Named> known, String code) {
    asked
        .find(name)
        .ifPresent(value -> chips.add(chip(asked, name, words.of(code, called(known, value)), "")));
  }

  private static Chip chip(Address asked, String name, String text, String icon) {
    return new Chip(text, icon, asked.with(name, "").href("/"));
  }

  private static String called(List<FareChoices.Named> known, String id) {
    return known.stream()
        .filter(named -> named.id().equals(id))
        .findFirst()
        .map(FareChoices.Named::name)
        .orElse(id);
  }

  private String car(String vehicle) {
    String[] parts = vehicle.split(":", 2);
    String fuel = words.knows("fuel." + parts[0]) ? words.of("fuel." + parts[0]) : parts[0];
    return parts.length == 1 ? fuel : words.of("ask.vehicle.euro", fuel, parts[1]);
  }

  private String zone(String permit) {
    return regimes.stream()
        .filter(zone -> zone.id().equals(permit) && !zone.name().isEmpty())
        .findFirst()
        .map(AccessRegime::name)
        .orElse(words.knows("permit." + permit) ? words.of("permit." + permit) : permit);
  }

  private String pace(String pace) {
    return switch (pace) {
      case "0.89" -> words.of("ask.walkSpeed.slow");
      case "1.67" -> words.of("ask.walkSpeed.fast");
      default -> words.of("chip.walkSpeed", pace);
    };
  }

  private Optional<String> stay(String text) {
    try {
      Duration time = Duration.parse(text);
      return Optional.of(words.of("chip.stay", formats.duration(time.toSeconds())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> whole(String text) {
    return text.matches("\\d{1,6}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
