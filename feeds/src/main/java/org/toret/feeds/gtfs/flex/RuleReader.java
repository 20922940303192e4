package org.toret.feeds.gtfs.flex;

import java.util.LinkedHashMap;
import java.util.Map;
import org.toret.base.notice.Notices;
import org.toret.feeds.gtfs.read.ServiceTable;
import org.toret.feeds.gtfs.table.GtfsSource;
import org.toret.feeds.gtfs.table.GtfsTable;
import org.toret.network.flex.BookingRules;
import org.toret.network.flex.BookingType;
import org.toret.network.flex.FlexRows.NoticeRow;
import org.toret.network.flex.FlexRows.RuleRow;

/// Reads `booking_rules.txt`. A rule that does not say until when one can book is left out.
final class RuleReader {

  private final GtfsTable table;
  private final ServiceTable services;

  private RuleReader(GtfsTable table, ServiceTable services) {
    this.table = table;
    this.services = services;
  }

  /// The rules by their ids; services as the feed numbers them.
  static Map<String, RuleRow> read(GtfsSource source, ServiceTable services, Notices notices) {
    Map<String, RuleRow> rules = new LinkedHashMap<>();
    try (GtfsTable table = GtfsTable.open(source, "booking_rules.txt", notices)) {
      RuleReader reader = new RuleReader(table, services);
      int id = table.column("booking_rule_id");
      int type = table.column("booking_type");
      while (table.next()) {
        if (!table.has(id)) {
          table.error("missing_id", id);
        } else if (rules.containsKey(table.text(id))) {
          table.error("duplicate_id", id, table.text(id));
        } else {
          int kind = table.choice(type, 2, -1);
          if (kind < 0 || !reader.saysUntilWhen(kind)) {
            table.error("booking_rule_without_notice", type, table.text(id));
          } else {
            rules.put(table.text(id), reader.rule(source.feed() + ":" + table.text(id), kind));
          }
        }
      }
    }
    return rules;
  }

  private boolean saysUntilWhen(int kind) {
    return switch (kind) {
      case 1 -> number("prior_notice_duration_min") >= 0;
      case 2 -> number("prior_notice_last_day") >= 0;
      default -> true;
    };
  }

  private RuleRow rule(String id, int kind) {
    BookingType type = BookingType.values()[kind];
    boolean sameDay = type == BookingType.SAME_DAY;
    boolean priorDays = type == BookingType.PRIOR_DAYS;
    int lastSecond = table.seconds(table.column("prior_notice_last_time"));
    if (priorDays && lastSecond == GtfsTable.ABSENT) {
      table.warn(
          "booking_rule_without_last_time",
          table.column("prior_notice_last_time"),
          table.text(table.column("booking_rule_id")));
    }
    boolean starts = type != BookingType.REAL_TIME;
    NoticeRow notice =
        new NoticeRow(
            sameDay ? number("prior_notice_duration_min") : BookingRules.NONE,
            sameDay ? number("prior_notice_duration_max") : BookingRules.NONE,
            priorDays ? number("prior_notice_last_day") : BookingRules.NONE,
            priorDays ? Math.max(0, lastSecond) : BookingRules.NONE,
            starts ? number("prior_notice_start_day") : BookingRules.NONE,
            starts
                ? Math.max(0, table.seconds(table.column("prior_notice_start_time")))
                : BookingRules.NONE,
            service());
    return new RuleRow(
        id,
        type,
        notice,
        text("message"),
        text("pickup_message"),
        text("drop_off_message"),
        text("phone_number"),
        text("info_url"),
        text("booking_url"));
  }

  private int service() {
    int column = table.column("prior_notice_service_id");
    int service = table.has(column) ? services.find(table.text(column)) : BookingRules.NONE;
    if (service == -1) {
      table.warn("undefined_service", column, text("booking_rule_id"), table.text(column));
    }
    return service < 0 ? BookingRules.NONE : service;
  }

  private int number(String column) {
    int value = table.number(table.column(column));
    return value < 0 ? BookingRules.NONE : value;
  }

  private String text(String column) {
    return table.text(table.column(column));
  }
}
