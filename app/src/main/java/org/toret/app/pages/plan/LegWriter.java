package org.toret.app.pages.plan;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.app.pages.frame.Address;
import org.toret.app.pages.frame.Disruption;
import org.toret.app.pages.frame.Formats;
import org.toret.app.pages.frame.Words;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.Spot;

/// Puts legs into words.
final class LegWriter {

  private final Words words;
  private final Formats formats;
  private final CostWriter costs;
  private final ChanceWriter chances;

  LegWriter(Words words, CostWriter costs) {
    this.words = words;
    this.formats = new Formats(words.locale());
    this.costs = costs;
    this.chances = new ChanceWriter(words);
  }

  LegView write(Leg leg) {
    Leg.Transit ride = leg.transit();
    List<LegView.Call> between = ride == null ? List.of() : between(ride);
    return new LegView(
        Modes.onFoot(leg.mode()),
        Modes.icon(leg.mode()),
        mode(leg),
        ride == null ? "" : name(ride),
        ride == null ? "" : "/line/" + Address.coded(ride.route().id()),
        paint(leg),
        ride == null ? "" : ride.headsign(),
        end(leg.from(), leg.departure(), ride == null ? null : ride.scheduledDeparture()),
        end(leg.to(), leg.arrival(), ride == null ? null : ride.scheduledArrival()),
        summary(leg, ride),
        between,
        words.count("leg.between", between.stream().filter(call -> !call.skipped()).count()),
        leg.steps().stream().filter(LegWriter::worthTelling).map(this::step).toList(),
        words.of("leg.steps"),
        facts(leg),
        leg.alerts().stream().map(alert -> Disruption.of(alert, words)).toList(),
        notes(leg, ride),
        costs.ofLeg(leg.costs()));
  }

  /// The short link of the chain.
  AlternativeView.Part part(Leg leg) {
    Leg.Transit ride = leg.transit();
    String minutes = formats.duration(Duration.between(leg.departure(), leg.arrival()).toSeconds());
    return new AlternativeView.Part(
        Modes.icon(leg.mode()),
        mode(leg),
        ride == null ? "" : name(ride),
        paint(leg),
        ride == null ? minutes : "");
  }

  private String mode(Leg leg) {
    return words.of(leg.booking() == null ? "mode." + leg.mode().id() : "mode.ondemand");
  }

  private static String name(Leg.Transit ride) {
    return ride.route().name().isEmpty() ? ride.route().longName() : ride.route().name();
  }

  private static Paint paint(Leg leg) {
    Leg.Transit ride = leg.transit();
    return ride == null ? Paint.of(leg.mode()) : Paint.of(ride.route());
  }

  private LegView.End end(Spot spot, OffsetDateTime time, @Nullable OffsetDateTime scheduled) {
    boolean differs = scheduled != null && !formats.clock(scheduled).equals(formats.clock(time));
    return new LegView.End(
        spot.name(),
        spot.stop() == null ? "" : "/stop/" + Address.coded(spot.stop()),
        spot.platform() == null ? "" : spot.platform(),
        formats.clock(time),
        differs && scheduled != null ? formats.clock(scheduled) : "");
  }

  private String summary(Leg leg, Leg.@Nullable Transit ride) {
    List<String> parts = new ArrayList<>();
    parts.add(formats.duration(Duration.between(leg.departure(), leg.arrival()).toSeconds()));
    if (leg.metres() > 0) {
      parts.add(formats.distance(leg.metres()));
    }
    if (ride != null) {
      long stops = ride.stops().stream().filter(call -> !call.skipped()).count();
      parts.add(words.count("leg.stops", Math.max(1, stops - 1)));
    }
    return String.join(" · ", parts);
  }

  private List<LegView.Call> between(Leg.Transit ride) {
    if (ride.stops().size() <= 2) {
      return List.of();
    }
    return ride.stops().subList(1, ride.stops().size() - 1).stream()
        .map(call -> new LegView.Call(call.name(), formats.clock(call.departure()), call.skipped()))
        .toList();
  }

  /// The arrival is told by the next leg; a nameless metre at the start helps nobody.
  private static boolean worthTelling(Leg.Step step) {
    return !step.turn().equals("arrive") && (step.metres() > 3 || !step.street().isEmpty());
  }

  private LegView.Step step(Leg.Step step) {
    String turn = words.of("turn." + step.turn());
    String text = step.street().isEmpty() ? turn : words.of("turn.onto", turn, step.street());
    return new LegView.Step(text, formats.distance(step.metres()));
  }

  private List<String> facts(Leg leg) {
    if (leg.booking() != null) {
      return facts(leg, leg.booking());
    }
    if (leg.parking() != null) {
      return parked(leg.parking());
    }
    List<String> facts = new ArrayList<>(facts(leg.hire()));
    facts.addAll(ridden(leg.cycling()));
    return facts;
  }

  /// How much of a ride is on cycle ways, how much in traffic.
  private List<String> ridden(Leg.@Nullable Ridden ride) {
    if (ride == null) {
      return List.of();
    }
    List<Integer> levels = ride.stressMetres();
    List<String> facts = new ArrayList<>();
    addDistance(facts, "leg.cycling", ride.cycleWayMetres());
    addDistance(facts, "leg.cycling.calm", levels.get(0) + levels.get(1));
    addDistance(facts, "leg.cycling.stressed", levels.get(2) + levels.get(3));
    addDistance(facts, "leg.cycling.above", ride.aboveMaxStressMetres());
    return facts;
  }

  private void addDistance(List<String> facts, String code, int metres) {
    if (metres > 0) {
      facts.add(words.of(code, formats.distance(metres)));
    }
  }

  /// Who carries on demand, until when one books, and how.
  private List<String> facts(Leg leg, Leg.Booking booking) {
    List<String> facts = new ArrayList<>();
    Leg.Line route = booking.route();
    facts.add((route.name().isEmpty() ? route.longName() : route.name()) + " · " + route.agency());
    facts.add(until(leg, booking));
    if (booking.opens() != null) {
      facts.add(words.of("leg.booking.from", formats.moment(booking.opens())));
    }
    for (@Nullable String how :
        new @Nullable String[] {
          booking.phone(), booking.bookingUrl(), booking.infoUrl(), booking.message()
        }) {
      if (how != null) {
        facts.add(how);
      }
    }
    return facts;
  }

  /// Until when a ride on demand is booked, how long before it that is, and by which telephone.
  String booked(Leg leg, Leg.Booking booking) {
    String until = words.of("leg.booking.card", mode(leg), until(leg, booking));
    return booking.phone() == null ? until : words.of("leg.booking.phone", until, booking.phone());
  }

  private String until(Leg leg, Leg.Booking booking) {
    String latest = formats.moment(booking.latest());
    long before = Duration.between(booking.latest(), leg.departure()).toSeconds();
    return before < 60
        ? words.of("leg.booking.until", latest)
        : words.of("leg.booking.until.before", latest, formats.duration(before));
  }

  /// Where the car is left, and what is known of it.
  private List<String> parked(Leg.Parking parking) {
    List<String> facts = new ArrayList<>();
    String minutes = formats.duration(parking.seconds());
    facts.add(words.of("leg.parking." + parking.kind(), minutes));
    if (parking.free() != null && parking.freeAt() != null) {
      String when = words.of("leg.hire.at", formats.clock(parking.freeAt()));
      facts.add(words.count("leg.parking.free", parking.free()) + " · " + when);
    } else if (parking.capacity() != null) {
      facts.add(words.count("leg.parking.capacity", parking.capacity()));
    }
    chances.add(facts, "park", parking.chance());
    return facts;
  }

  /// What is known of a shared vehicle: counts are told with their time, since they change.
  private List<String> facts(Leg.@Nullable Hire hire) {
    if (hire == null) {
      return List.of();
    }
    List<String> facts = new ArrayList<>();
    String type = hire.typeName().isEmpty() ? "" : " · " + hire.typeName();
    facts.add(hire.systemName() + type);
    if (hire.rangeMetres() != null) {
      facts.add(words.of("leg.hire.range", formats.distance(hire.rangeMetres())));
    }
    List<String> counts = new ArrayList<>();
    if (hire.vehiclesAvailable() != null) {
      counts.add(words.count("leg.hire.vehicles", hire.vehiclesAvailable()));
    }
    if (hire.docksAvailable() != null) {
      counts.add(words.count("leg.hire.docks", hire.docksAvailable()));
    }
    if (!counts.isEmpty() && hire.availableAt() != null) {
      counts.add(words.of("leg.hire.at", formats.clock(hire.availableAt())));
    }
    if (!counts.isEmpty()) {
      facts.add(String.join(" · ", counts));
    }
    chances.add(facts, "take", hire.takeChance());
    chances.add(facts, "return", hire.returnChance());
    return facts;
  }

  private List<String> notes(Leg leg, Leg.@Nullable Transit ride) {
    List<String> notes = new ArrayList<>();
    Leg.Traffic traffic = leg.traffic();
    if (traffic != null && leg.followsTraffic()) {
      notes.add(
          words.of(
              "leg.traffic",
              formats.clock(traffic.liveAt()),
              formats.duration(traffic.publishedSeconds())));
    }
    if (ride == null) {
      return notes;
    }
    if (ride.seated()) {
      notes.add(words.of("leg.seated"));
    }
    if (ride.headwaySeconds() > 0) {
      notes.add(words.of("leg.headway", formats.duration(ride.headwaySeconds())));
    }
    if (!ride.live().equals("scheduled") && !ride.live().equals("updated")) {
      notes.add(words.of("leg.live." + ride.live()));
    }
    if ("position".equals(ride.liveBasis())) {
      notes.add(words.of("leg.live.position"));
    }
    addSlow(notes, ride.slowTraffic());
    if (ride.occupancy() != null) {
      notes.add(words.of("leg.occupancy." + ride.occupancy()));
    }
    return notes;
  }

  /// How much later a ride is expected, in whole minutes.
  private void addSlow(List<String> notes, Leg.@Nullable SlowTraffic slow) {
    if (slow != null) {
      String more = minutes(Math.max(60, slow.arrivalSeconds()));
      String boarding = minutes(slow.boardingSeconds());
      String measured = formats.clock(slow.liveAt());
      notes.add(
          slow.boardingSeconds() < 30
              ? words.of("leg.slow", more, measured)
              : words.of("leg.slow.boarding", more, boarding, measured));
    }
  }

  private String minutes(int seconds) {
    return formats.duration(60L * Math.round(seconds / 60f));
  }

  /// Puts chances into words: how likely, and what to do if not.
  static final class ChanceWriter {

    private final Words words;
    private final Formats formats;

    ChanceWriter(Words words) {
      this.words = words;
      formats = new Formats(words.locale());
    }

    /// @param what `take`, `return` or `park`
    void add(List<String> facts, String what, Leg.@Nullable Chance chance) {
      if (chance == null) {
        return;
      }
      // nothing is certain
      long percent = Math.max(1, Math.min(99, Math.round(100 * chance.probability())));
      facts.add(words.of("leg.chance." + what, formats.number(percent)));
      Leg.Elsewhere other = chance.otherwise();
      if (other != null) {
        facts.add(
            words.of(
                "leg.chance.else." + what,
                other.name().isEmpty() ? words.of("leg.chance.unnamed") : other.name(),
                formats.distance(other.metres()),
                counts(what, other),
                formats.duration(other.extraSeconds())));
      }
    }

    private String counts(String what, Leg.Elsewhere other) {
      if (other.free() == null) {
        return "";
      }
      String free = formats.number(other.free());
      return ", "
          + (other.capacity() == null
              ? words.of("leg.chance.count." + what, free)
              : words.of("leg.chance.of." + what, free, formats.number(other.capacity())));
    }
  }
}
