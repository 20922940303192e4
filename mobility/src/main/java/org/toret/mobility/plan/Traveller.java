package org.toret.mobility.plan;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toret.router.cycle.Cycling;

/// Who travels, and with what needs.
///
/// @param vehicles own cars; empty means the fleet average
/// @param persons people travelling together
/// @param rider rider category, empty for the ordinary adult
/// @param media fare media, empty for the cheapest offered
/// @param holds products already held, `feed:product[@validFrom]`
/// @param spent what each person has paid already towards caps on the day asked for, or in its week
///   or month: `feed:cap@cents`, a cap being a row of `fare-cap`
/// @param carnets whether a ticket counts at its share of the price of a carnet
/// @param walkMetresPerSecond speed on foot
/// @param luggage something heavy in hand
/// @param bikeOnBoard a bicycle that is taken along
/// @param bikeMetresPerSecond speed by bicycle on the flat
/// @param maxStress highest level of traffic stress that is cycled without aversion, 1 to 4
public record Traveller(
    List<Vehicle> vehicles,
    int persons,
    String rider,
    String media,
    List<String> holds,
    List<String> spent,
    boolean carnets,
    List<String> permits,
    boolean wheelchair,
    boolean avoidStairs,
    boolean luggage,
    boolean bikeOnBoard,
    double walkMetresPerSecond,
    double bikeMetresPerSecond,
    int maxStress) {

  /// Brisk but ordinary: 4.8 km/h.
  public static final double WALK_METRES_PER_SECOND = 1.33;

  /// An everyday cyclist: 16 km/h.
  public static final double BIKE_METRES_PER_SECOND = 4.4;

  /// Kept for every change between vehicles unless the operator names another time.
  private static final int CHANGE_SECONDS = 60;

  /// Doors, lifts and platforms take longer with luggage.
  private static final int LADEN_CHANGE_SECONDS = 120;

  /// In the narrow places of stations people with luggage walk at 78 % of the speed of others (Deng
  /// et al., *Effect of luggage-carrying on pedestrian flow through bottleneck*, Transportmetrica
  /// A, 2021); in the open they walk as fast (Shi et al., *Experimental study of luggage-laden
  /// pedestrian flow*, Journal of Statistical Mechanics, 2020).
  private static final double LADEN_PACE = 0.78;

  private static final Set<TravelMode> NOT_WITH_LUGGAGE =
      EnumSet.of(TravelMode.BIKESHARE, TravelMode.SCOOTER);

  private static final Set<TravelMode> NOT_IN_WHEELCHAIR =
      EnumSet.of(
          TravelMode.BIKE,
          TravelMode.EBIKE,
          TravelMode.BIKESHARE,
          TravelMode.SCOOTER,
          TravelMode.BIKERIDE);

  /// What takes no bicycle along, or leaves it behind.
  private static final Set<TravelMode> NOT_WITH_BICYCLE =
      EnumSet.of(
          TravelMode.BIKESHARE,
          TravelMode.SCOOTER,
          TravelMode.CARSHARE,
          TravelMode.TAXI,
          TravelMode.PARKRIDE,
          TravelMode.KISSRIDE,
          TravelMode.BIKERIDE);

  public Traveller {
    vehicles = List.copyOf(vehicles);
    holds = List.copyOf(holds);
    spent = List.copyOf(spent);
    permits = List.copyOf(permits);
  }

  /// An adult alone, without passes or special needs.
  public static Traveller ordinary() {
    return new Traveller(
        List.of(),
        1,
        "",
        "",
        List.of(),
        List.of(),
        false,
        List.of(),
        false,
        false,
        false,
        false,
        WALK_METRES_PER_SECOND,
        BIKE_METRES_PER_SECOND,
        Cycling.MOST_STRESS);
  }

  /// Those of some modes that the traveller's needs allow.
  public Set<TravelMode> fit(Set<TravelMode> modes) {
    Set<TravelMode> left = EnumSet.noneOf(TravelMode.class);
    left.addAll(modes);
    ruledOut().values().forEach(left::removeAll);
    return left;
  }

  /// The modes that each of the traveller's needs rules out, by the notice that tells so.
  public Map<String, Set<TravelMode>> ruledOut() {
    Map<String, Set<TravelMode>> out = new LinkedHashMap<>();
    if (wheelchair) {
      out.put("not_in_wheelchair", NOT_IN_WHEELCHAIR);
    }
    if (luggage) {
      out.put("not_with_luggage", NOT_WITH_LUGGAGE);
    }
    if (bikeOnBoard) {
      out.put("not_with_bicycle", NOT_WITH_BICYCLE);
    }
    return out;
  }

  /// Seconds kept for every change between vehicles.
  public int changeSeconds() {
    return luggage ? LADEN_CHANGE_SECONDS : CHANGE_SECONDS;
  }

  /// How much longer than at reference speed a change on foot takes.
  public double changeFactor() {
    double pace = luggage ? LADEN_PACE : 1;
    return WALK_METRES_PER_SECOND / (pace * walkMetresPerSecond);
  }

  /// Whether stairs are left out wherever there is another way.
  public boolean sparesStairs() {
    return avoidStairs || luggage;
  }

  /// Whether somebody who spares stairs takes them where there is nothing else.
  public boolean mayClimb() {
    return luggage && !avoidStairs && !wheelchair;
  }

  /// The same traveller, paying otherwise.
  public Traveller paying(int people, String category, String medium) {
    return with(
        people, category, medium, permits, walkMetresPerSecond, bikeMetresPerSecond, maxStress);
  }

  /// The same traveller with other permits.
  public Traveller permitted(List<String> held) {
    return with(persons, rider, media, held, walkMetresPerSecond, bikeMetresPerSecond, maxStress);
  }

  /// The same traveller with other products in the pocket.
  public Traveller holding(List<String> products, List<String> paid, boolean buysCarnets) {
    return new Traveller(
        vehicles,
        persons,
        rider,
        media,
        products,
        paid,
        buysCarnets,
        permits,
        wheelchair,
        avoidStairs,
        luggage,
        bikeOnBoard,
        walkMetresPerSecond,
        bikeMetresPerSecond,
        maxStress);
  }

  /// The same traveller at other paces, in metres a second.
  public Traveller moving(double onFoot, double byBicycle) {
    return with(persons, rider, media, permits, onFoot, byBicycle, maxStress);
  }

  /// The same traveller on streets of some stress.
  public Traveller stressed(int most) {
    return with(persons, rider, media, permits, walkMetresPerSecond, bikeMetresPerSecond, most);
  }

  /// What the traveller needs, as letters: `w` a wheelchair, `s` no stairs, `l` luggage, `b` a
  /// bicycle on board.
  public String needs() {
    return (wheelchair ? "w" : "")
        + (avoidStairs ? "s" : "")
        + (luggage ? "l" : "")
        + (bikeOnBoard ? "b" : "");
  }

  /// The same traveller with other needs, as letters.
  public Traveller needing(String needs) {
    return new Traveller(
        vehicles,
        persons,
        rider,
        media,
        holds,
        spent,
        carnets,
        permits,
        needs.contains("w"),
        needs.contains("s"),
        needs.contains("l"),
        needs.contains("b"),
        walkMetresPerSecond,
        bikeMetresPerSecond,
        maxStress);
  }

  private Traveller with(
      int people,
      String category,
      String medium,
      List<String> held,
      double pace,
      double byBicycle,
      int most) {
    return new Traveller(
        vehicles,
        people,
        category,
        medium,
        holds,
        spent,
        carnets,
        held,
        wheelchair,
        avoidStairs,
        luggage,
        bikeOnBoard,
        pace,
        byBicycle,
        most);
  }
}
