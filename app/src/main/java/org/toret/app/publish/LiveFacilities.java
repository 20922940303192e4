package org.toret.app.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.toret.app.keep.OpenCity;
import org.toret.feeds.gtfsrt.Alert.ActivePeriod;
import org.toret.feeds.gtfsrt.TranslatedText;
import org.toret.feeds.siri.SiriFacility;
import org.toret.mobility.live.ServiceAlert;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.ParkingState;

/// Tells what is known now of the facilities of one feed: what is out of order that access without
/// steps needs, at the stops of a timetable, and the car parks of which anything is told.
public final class LiveFacilities {

  private static final String ACCESS = "accessibility_issue";

  private final OpenCity city;
  private final String feed;
  private final Instant now;

  /// @param feed id of a timetable feed or of one of car parks
  public LiveFacilities(OpenCity city, String feed, Instant now) {
    this.city = city;
    this.feed = feed;
    this.now = now;
  }

  /// Whether a city has car parks of a feed.
  public static boolean hasParks(OpenCity city, String feed) {
    CarParks parks = city.city().parking();
    for (int park = 0; park < parks.count(); park++) {
      if (parks.ids().get(park).startsWith(feed + ":")) {
        return true;
      }
    }
    return false;
  }

  /// All of them.
  public List<SiriFacility> list() {
    List<SiriFacility> all = new ArrayList<>();
    long second = now.getEpochSecond();
    for (ServiceAlert alert : city.live().alerts().list()) {
      if (alert.feed().equals(feed)
          && alert.effect().equals(ACCESS)
          && alert.isShown(second, Long.MAX_VALUE)) {
        all.addAll(access(alert));
      }
    }
    CarParks parks = city.city().parking();
    ParkingState state = city.parking(now);
    for (int park = 0; park < parks.count(); park++) {
      if (parks.ids().get(park).startsWith(feed + ":") && state.knows(park)) {
        all.add(park(parks, state, park));
      }
    }
    return all;
  }

  /// One for each stop that is hard to reach.
  private List<SiriFacility> access(ServiceAlert alert) {
    List<String> stops =
        alert.concerned().stream()
            .filter(one -> !one.stop().isEmpty() && one.trip().isEmpty())
            .map(one -> one.stop().substring(feed.length() + 1))
            .distinct()
            .toList();
    List<SiriFacility> all = new ArrayList<>();
    for (String stop : stops) {
      all.add(
          new SiriFacility(
              stops.size() == 1 ? alert.id() : alert.id() + "." + stop,
              SiriFacility.Kind.ACCESS,
              false,
              LiveMessages.text(alert.headers()),
              LiveMessages.text(alert.texts()),
              stop,
              Optional.empty(),
              OptionalInt.empty(),
              period(alert)));
    }
    return all;
  }

  /// SIRI has one period for each: the one of now, else the next.
  private Optional<ActivePeriod> period(ServiceAlert alert) {
    long second = now.getEpochSecond();
    return alert.periods().stream()
        .filter(period -> period.until() > second)
        .min(java.util.Comparator.comparingLong(ServiceAlert.Period::from))
        .map(period ->
            new ActivePeriod(
                period.from() == Long.MIN_VALUE
                    ? OptionalLong.empty()
                    : OptionalLong.of(period.from()),
                period.until() == Long.MAX_VALUE
                    ? OptionalLong.empty()
                    : OptionalLong.of(period.until())));
  }

  private static SiriFacility park(CarParks parks, ParkingState state, int park) {
    String name = parks.names().get(park);
    return new SiriFacility(
        parks.ids().get(park).substring(parks.ids().get(park).indexOf(':') + 1),
        SiriFacility.Kind.CAR_PARK,
        !state.closed()[park],
        name.isEmpty()
            ? TranslatedText.NONE
            : new TranslatedText(List.of(new TranslatedText.Translation(name, ""))),
        TranslatedText.NONE,
        "",
        Optional.of(parks.point(park)),
        state.free()[park] < 0 ? OptionalInt.empty() : OptionalInt.of(state.free()[park]),
        Optional.empty());
  }
}
