package org.toret.network.flex;

import org.toret.base.columns.TextColumn;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// How rides are booked (`booking_rules.txt`), one row each.
///
/// @param ids `feed:booking_rule_id`
/// @param types ordinals of [BookingType]
/// @param numbers [#FIELDS] numbers per rule, see the constants; [#NONE] where not stated
/// @param texts [#TEXTS] texts per rule, empty where not stated
public record BookingRules(TextColumn ids, byte[] types, int[] numbers, TextColumn texts) {

  /// Not stated.
  public static final int NONE = Integer.MIN_VALUE;

  /// Numbers per rule.
  static final int FIELDS = 7;

  /// Texts per rule.
  static final int TEXTS = 6;

  public int count() {
    return types.length;
  }

  public BookingType type(int rule) {
    return BookingType.of(types[rule]);
  }

  /// At least so many minutes before the ride.
  public int minMinutes(int rule) {
    return numbers[FIELDS * rule];
  }

  /// At most so many minutes before the ride.
  public int maxMinutes(int rule) {
    return numbers[FIELDS * rule + 1];
  }

  /// So many days before the service day it can last be booked, see [#service].
  public int lastDay(int rule) {
    return numbers[FIELDS * rule + 2];
  }

  /// Until then on that day, seconds since its noon minus 12 h.
  public int lastSecond(int rule) {
    return numbers[FIELDS * rule + 3];
  }

  /// So many days before the service day it can first be booked, see [#service].
  public int startDay(int rule) {
    return numbers[FIELDS * rule + 4];
  }

  /// From then on that day, seconds since its noon minus 12 h.
  public int startSecond(int rule) {
    return numbers[FIELDS * rule + 5];
  }

  /// Service on whose days alone days are counted, [#NONE] where every day counts; index into
  /// [org.toret.network.timetable.ServiceCalendar].
  public int service(int rule) {
    return numbers[FIELDS * rule + 6];
  }

  public String message(int rule) {
    return texts.get(TEXTS * rule);
  }

  /// In place of [#message] where only the pick-up is on demand.
  public String pickupMessage(int rule) {
    return texts.get(TEXTS * rule + 1);
  }

  /// In place of [#message] where only the drop-off is on demand.
  public String dropOffMessage(int rule) {
    return texts.get(TEXTS * rule + 2);
  }

  public String phone(int rule) {
    return texts.get(TEXTS * rule + 3);
  }

  /// About the service.
  public String infoUrl(int rule) {
    return texts.get(TEXTS * rule + 4);
  }

  /// Where it is booked.
  public String bookingUrl(int rule) {
    return texts.get(TEXTS * rule + 5);
  }

  void write(ImageWriter image) {
    image
        .texts("flex.rule.id", ids)
        .bytes("flex.rule.type", types)
        .ints("flex.rule.numbers", numbers)
        .texts("flex.rule.texts", texts);
  }

  static BookingRules read(ImageFile image) {
    return new BookingRules(
        image.texts("flex.rule.id"),
        image.bytes("flex.rule.type"),
        image.ints("flex.rule.numbers"),
        image.texts("flex.rule.texts"));
  }
}
