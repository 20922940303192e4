package org.toret.mobility.plan;

import java.util.List;

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
/// @param bikeMetresPerSecond speed by bicycle on the flat
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
    double bikeMetresPerSecond) {

  /// Brisk but ordinary: 4.8 km/h.
  public static final double WALK_METRES_PER_SECOND = 1.33;

  /// An everyday cyclist: 16 km/h.
  public static final double BIKE_METRES_PER_SECOND = 4.4;

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
        BIKE_METRES_PER_SECOND);
  }

  /// The same traveller, paying otherwise.
  public Traveller paying(int people, String category, String medium) {
    return new Traveller(
        vehicles,
        people,
        category,
        medium,
        holds,
        spent,
        carnets,
        permits,
        wheelchair,
        avoidStairs,
        luggage,
        bikeOnBoard,
        walkMetresPerSecond,
        bikeMetresPerSecond);
  }

  /// The same traveller with other permits.
  public Traveller permitted(List<String> held) {
    return new Traveller(
        vehicles,
        persons,
        rider,
        media,
        holds,
        spent,
        carnets,
        held,
        wheelchair,
        avoidStairs,
        luggage,
        bikeOnBoard,
        walkMetresPerSecond,
        bikeMetresPerSecond);
  }

  /// The same traveller at another pace.
  public Traveller walking(double metresPerSecond) {
    return new Traveller(
        vehicles,
        persons,
        rider,
        media,
        holds,
        spent,
        carnets,
        permits,
        wheelchair,
        avoidStairs,
        luggage,
        bikeOnBoard,
        metresPerSecond,
        bikeMetresPerSecond);
  }
}
