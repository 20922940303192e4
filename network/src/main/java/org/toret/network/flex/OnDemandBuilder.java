package org.toret.network.flex;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.toret.base.columns.Csr;
import org.toret.base.columns.IntList;
import org.toret.base.columns.TextColumn;
import org.toret.network.flex.FlexRows.CallRow;
import org.toret.network.flex.FlexRows.NoticeRow;
import org.toret.network.flex.FlexRows.PlaceRow;
import org.toret.network.flex.FlexRows.RuleRow;
import org.toret.network.flex.FlexRows.TripRow;
import org.toret.network.zone.ZoneAreas;

/// Collects rides on demand and makes columns of them. Every `add…` answers the number by which
/// later rows refer to the row. Rows must be right. Not thread-safe.
public final class OnDemandBuilder {

  private final List<PlaceRow> places = new ArrayList<>();
  private final List<RuleRow> rules = new ArrayList<>();
  private final List<TripRow> trips = new ArrayList<>();

  public int addPlace(PlaceRow row) {
    places.add(row);
    return places.size() - 1;
  }

  public int addRule(RuleRow row) {
    rules.add(row);
    return rules.size() - 1;
  }

  public int addTrip(TripRow row) {
    trips.add(row);
    return trips.size() - 1;
  }

  public int tripCount() {
    return trips.size();
  }

  public OnDemand build() {
    return new OnDemand(trips(), calls(), places(), rules());
  }

  private FlexTrips trips() {
    int[] offsets = new int[trips.size() + 1];
    for (int trip = 0; trip < trips.size(); trip++) {
      offsets[trip + 1] = offsets[trip] + trips.get(trip).calls().size();
    }
    return new FlexTrips(
        TextColumn.of(trips.stream().map(TripRow::id).toList()),
        ints(trips, TripRow::route),
        ints(trips, TripRow::service),
        bytes(trips, TripRow::wheelchair),
        offsets);
  }

  private FlexCalls calls() {
    List<CallRow> calls = trips.stream().flatMap(trip -> trip.calls().stream()).toList();
    return new FlexCalls(
        ints(calls, CallRow::place),
        ints(calls, CallRow::startSeconds),
        ints(calls, CallRow::endSeconds),
        bytes(calls, CallRow::flags),
        ints(calls, CallRow::pickupRule),
        ints(calls, CallRow::dropOffRule),
        ints(calls, call -> (int) Math.round(call.factor() * 1000)),
        ints(calls, call -> (int) Math.round(call.offsetSeconds())));
  }

  private FlexPlaces places() {
    IntList keys = new IntList();
    IntList stops = new IntList();
    for (int place = 0; place < places.size(); place++) {
      for (int stop : places.get(place).stops()) {
        keys.add(place);
        stops.add(stop);
      }
    }
    return new FlexPlaces(
        TextColumn.of(places.stream().map(PlaceRow::id).toList()),
        TextColumn.of(places.stream().map(PlaceRow::name).toList()),
        ZoneAreas.ofRings(places.stream().map(PlaceRow::rings).toList()),
        Csr.group(places.size(), keys.toArray(), stops.toArray()));
  }

  private BookingRules rules() {
    return new BookingRules(
        TextColumn.of(rules.stream().map(RuleRow::id).toList()),
        bytes(rules, rule -> rule.type().ordinal()),
        rules.stream()
            .map(RuleRow::notice)
            .flatMap(OnDemandBuilder::numbers)
            .mapToInt(n -> n)
            .toArray(),
        TextColumn.of(rules.stream().flatMap(OnDemandBuilder::texts).toList()));
  }

  private static Stream<Integer> numbers(NoticeRow notice) {
    return Stream.of(
        notice.minMinutes(),
        notice.maxMinutes(),
        notice.lastDay(),
        notice.lastSecond(),
        notice.startDay(),
        notice.startSecond(),
        notice.service());
  }

  private static Stream<String> texts(RuleRow rule) {
    return Stream.of(
        rule.message(),
        rule.pickupMessage(),
        rule.dropOffMessage(),
        rule.phone(),
        rule.infoUrl(),
        rule.bookingUrl());
  }

  private static <T> int[] ints(List<T> rows, ToIntFunction<T> value) {
    return rows.stream().mapToInt(value).toArray();
  }

  private static <T> byte[] bytes(List<T> rows, ToIntFunction<T> value) {
    byte[] bytes = new byte[rows.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) value.applyAsInt(rows.get(i));
    }
    return bytes;
  }
}
