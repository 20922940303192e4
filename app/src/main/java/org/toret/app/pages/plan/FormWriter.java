package org.toret.app.pages.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toret.app.pages.frame.Address;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.app.pages.need.FareChoices;
import org.toret.mobility.plan.PlanRequest;
import org.toret.mobility.plan.TravelMode;
import org.toret.network.zone.AccessRegime;

/// Fills the form with the question as it was understood.
public final class FormWriter {

  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
  private static final List<String> NEEDS =
      List.of("wheelchair", "avoidStairs", "luggage", "bikeOnBoard");
  private static final List<String> OPTIONS =
      List.of(
          "modes",
          "vehicle",
          "walkSpeed",
          "maxWalk",
          "maxStress",
          "wheelchair",
          "avoidStairs",
          "luggage",
          "bikeOnBoard",
          "persons",
          "rider",
          "media",
          "holds",
          "permits",
          "stay");
  private static final int MOST_PERSONS = 9;
  private static final Map<String, List<Integer>> EURO_CLASSES =
      Map.of(
          "petrol", List.of(6, 5, 4, 3, 2, 1, 0),
          "diesel", List.of(6, 5, 4, 3, 2, 1, 0),
          "lpg", List.of(6, 5, 4),
          "cng", List.of(6, 5, 4),
          "hybrid", List.of(6, 5),
          "electric", List.of());
  private static final List<String> FUELS =
      List.of("petrol", "diesel", "lpg", "cng", "hybrid", "electric");
  private static final Duration USUAL_STAY = Duration.ofMinutes(PlanRequest.STAY_MINUTES);
  private static final List<String> STAYS = List.of("PT30M", "PT1H", "", "PT4H", "PT8H", "PT24H");
  private static final List<String> LONGEST_WALKS_METRES = List.of("500", "1000", "", "5000");

  /// Levels of traffic stress that cyclists put up with; any where nothing is said.
  private static final List<String> STRESSES = List.of("", "3", "2", "1");

  private final Words words;
  private final Formats formats;
  private final ZoneId zone;
  private final Set<TravelMode> offered;
  private final FareChoices fares;
  private final List<Form.Option> zones;

  /// @param regimes where cars may not always enter
  public FormWriter(
      Words words,
      ZoneId zone,
      Set<TravelMode> offered,
      FareChoices fares,
      List<AccessRegime> regimes) {
    zones =
        regimes.stream()
            .filter(regime -> !regime.name().isEmpty())
            .map(regime -> new Form.Option(regime.id(), regime.name(), "", false))
            .toList();
    this.words = words;
    this.formats = new Formats(words.locale());
    this.zone = zone;
    this.offered = offered;
    this.fares = fares;
  }

  /// The form of a question.
  public Form write(Question question, Instant now) {
    boolean isNow = question.when().equals("now");
    return new Form(
        place(question.from()),
        place(question.to()),
        question.via().stream().map(this::place).toList(),
        question.when(),
        isNow ? "" : question.at(now, zone).map(this::field).orElse(""),
        field(now),
        modes(question),
        offered.contains(TravelMode.CAR) ? fuels(question.address().text("vehicle")) : List.of(),
        walkSpeeds(question.address().text("walkSpeed")),
        longestWalks(question.address().text("maxWalk")),
        offered.contains(TravelMode.BIKE)
            ? stresses(question.address().text("maxStress"))
            : List.of(),
        NEEDS.stream()
            .filter(need -> !need.equals("bikeOnBoard") || offered.contains(TravelMode.BIKE))
            .map(need -> option(need, "ask.need." + need, question.address().on(need)))
            .toList(),
        persons(question.address().text("persons")),
        paying(question.address()),
        offered.contains(TravelMode.CAR)
            ? String.join(", ", question.address().list("permits"))
            : null,
        zones,
        offered.contains(TravelMode.CAR) ? stays(question.address().text("stay")) : List.of(),
        (int) OPTIONS.stream().filter(name -> question.address().find(name).isPresent()).count());
  }

  private Form.Place place(Question.End end) {
    String problem = end.isUnknown() ? words.of("ask.unknown", end.text()) : "";
    return new Form.Place(end.text(), end.value(), problem);
  }

  private String field(Instant instant) {
    return FIELD.format(instant.atZone(zone));
  }

  private List<Form.Option> modes(Question question) {
    Set<TravelMode> chosen = question.modes();
    return offered.stream()
        .sorted(java.util.Comparator.comparing(FormWriter::rank))
        .map(mode ->
            new Form.Option(
                mode.id(),
                words.of("mode." + mode.id()),
                Modes.icon(mode),
                chosen.isEmpty() || chosen.contains(mode)))
        .toList();
  }

  /// Public transport first: most people open the options to leave a part of it out.
  private static int rank(TravelMode mode) {
    return mode.isTransit() ? mode.ordinal() - TravelMode.values().length : mode.ordinal();
  }

  private List<Form.Fuel> fuels(String chosen) {
    List<Form.Fuel> fuels = new ArrayList<>();
    for (String fuel : FUELS) {
      List<Integer> classes = EURO_CLASSES.getOrDefault(fuel, List.of());
      String label = words.of("fuel." + fuel);
      List<Form.Option> options =
          classes.isEmpty()
              ? List.of(new Form.Option(fuel, label, "", fuel.equals(chosen)))
              : classes.stream().map(euro -> euro(fuel, label, euro, chosen)).toList();
      fuels.add(new Form.Fuel(label, options));
    }
    return fuels;
  }

  private Form.Option euro(String fuel, String label, int euro, String chosen) {
    String value = fuel + ":" + euro;
    String text = words.of("ask.vehicle.euro", label, euro);
    return new Form.Option(value, text, "", value.equals(chosen));
  }

  private static List<Form.Option> persons(String chosen) {
    return java.util.stream.IntStream.rangeClosed(1, MOST_PERSONS)
        .mapToObj(String::valueOf)
        .map(count ->
            new Form.Option(count.equals("1") ? "" : count, count, "", count.equals(chosen)))
        .toList();
  }

  private Form.Paying paying(Address address) {
    List<String> held = address.list("holds");
    List<Form.Option> holds =
        fares.products().stream().map(product -> held(product, held)).toList();
    return new Form.Paying(
        holds,
        named("ask.rider.usual", fares.riders(), address.text("rider")),
        named("ask.media.cheapest", fares.media(), address.text("media")));
  }

  /// A product as it is held: since when, where the address says so.
  private static Form.Option held(FareChoices.Named product, List<String> held) {
    String id = product.id();
    return held.stream()
        .filter(one -> one.equals(id) || one.startsWith(id + "@"))
        .findFirst()
        .map(one -> new Form.Option(one, product.name(), "", true))
        .orElseGet(() -> new Form.Option(id, product.name(), "", false));
  }

  private List<Form.Option> named(String usual, List<FareChoices.Named> choices, String chosen) {
    if (choices.isEmpty()) {
      return List.of();
    }
    List<Form.Option> options = new ArrayList<>();
    options.add(option("", usual, false));
    choices.forEach(choice ->
        options.add(new Form.Option(choice.id(), choice.name(), "", choice.id().equals(chosen))));
    return options;
  }

  private List<Form.Option> walkSpeeds(String chosen) {
    return List.of(
        option("0.89", "ask.walkSpeed.slow", chosen.equals("0.89")),
        option("", "ask.walkSpeed.normal", !chosen.equals("0.89") && !chosen.equals("1.67")),
        option("1.67", "ask.walkSpeed.fast", chosen.equals("1.67")));
  }

  private List<Form.Option> longestWalks(String chosen) {
    return LONGEST_WALKS_METRES.stream()
        .map(metres ->
            new Form.Option(
                metres,
                metres.isEmpty()
                    ? words.of("ask.maxWalk.sensible")
                    : formats.distance(Long.parseLong(metres)),
                "",
                metres.equals(chosen)))
        .toList();
  }

  private List<Form.Option> stresses(String chosen) {
    return STRESSES.stream()
        .map(level ->
            option(
                level, "ask.maxStress." + (level.isEmpty() ? "any" : level), level.equals(chosen)))
        .toList();
  }

  private List<Form.Option> stays(String chosen) {
    return STAYS.stream()
        .map(stay -> {
          Duration time = stay.isEmpty() ? USUAL_STAY : Duration.parse(stay);
          String label = formats.duration(time.toSeconds());
          return new Form.Option(stay, label, "", stay.equals(chosen));
        })
        .toList();
  }

  private Form.Option option(String value, String code, boolean chosen) {
    return new Form.Option(value, words.of(code), "", chosen);
  }
}
