package org.toret.app.cli;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toret.app.answer.NoticeView;
import org.toret.app.answer.PlanView;
import org.toret.mobility.plan.Alternative;
import org.toret.mobility.plan.Costs;
import org.toret.mobility.plan.Leg;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.TravelMode;

/// Alternatives as a table for people: one line each, and the legs of the first below.
final class PlanTable {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String RESET = "\u001b[0m";

  private final Terminal terminal;

  PlanTable(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(PlanView view) {
    Locale locale = terminal.locale();
    String day =
        view.at().format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale));
    line(BOLD, terminal.text("plan_heading", day, view.at().format(CLOCK)));
    if (view.alternatives().isEmpty()) {
      line("", terminal.text("plan_none"));
    } else {
      table(view.alternatives());
      line("", "");
      legs(view.alternatives().getFirst());
    }
    for (NoticeView notice : view.notices()) {
      line(DIM, "· " + notice.text());
    }
    if (view.pareto().found() > view.pareto().returned()) {
      line(DIM, terminal.text("plan_more", view.pareto().found(), view.pareto().returned()));
    }
    if (view.pareto().truncated()) {
      int cuts = view.pareto().cuts().stream().mapToInt(PlanAnswer.Cut::count).sum();
      line(DIM, terminal.text("plan_truncated", cuts));
    }
  }

  private void table(List<Alternative> alternatives) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "",
            terminal.text("plan_departure"),
            terminal.text("plan_arrival"),
            terminal.text("plan_time"),
            terminal.text("plan_fare"),
            terminal.text("plan_energy"),
            terminal.text("plan_emissions"),
            terminal.text("plan_way")));
    for (int i = 0; i < alternatives.size(); i++) {
      rows.add(row(i + 1, alternatives.get(i)));
    }
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      line(i == 0 ? DIM : "", aligned(rows.get(i), widths));
    }
  }

  private List<String> row(int number, Alternative alternative) {
    Costs costs = alternative.costs();
    String way =
        alternative.legs().stream()
            .filter(leg -> leg.mode() != TravelMode.WALK || alternative.legs().size() == 1)
            .map(this::shortName)
            .collect(Collectors.joining(" › "));
    return List.of(
        Integer.toString(number),
        alternative.departure().format(CLOCK),
        alternative.arrival().format(CLOCK),
        minutes(costs.time().seconds()),
        costs.fare().known() ? money(costs.fare().atLeastCents(), costs.fare().currency()) : "?",
        costs.energy().known() ? costs.energy().atLeastWattHours() + " Wh" : "?",
        costs.emissions().known() ? costs.emissions().atLeastGramsCO2e() + " g" : "?",
        way);
  }

  private void legs(Alternative alternative) {
    line(BOLD, terminal.text("plan_first"));
    for (Leg leg : alternative.legs()) {
      String what = mode(leg);
      boolean last = leg == alternative.legs().getLast();
      String unnamed = terminal.text(last ? "plan_there" : "plan_between");
      String where = leg.to().name().isEmpty() ? unnamed : leg.to().name();
      Leg.Transit transit = leg.transit();
      String detail =
          transit == null
              ? terminal.text("plan_leg_way", what, leg.metres(), where)
              : terminal.text(
                  "plan_leg_ride",
                  what,
                  transit.route().name(),
                  transit.headsign(),
                  leg.from().name(),
                  where,
                  Math.max(0, transit.stops().size() - 1));
      line("", "  " + times(leg.departure(), leg.arrival()) + "  " + detail);
      Leg.Booking booking = leg.booking();
      if (booking != null) {
        line("", "               " + booked(booking));
      }
    }
  }

  private String mode(Leg leg) {
    return terminal.text("mode_" + (leg.booking() == null ? leg.mode().id() : "ondemand"));
  }

  private String booked(Leg.Booking booking) {
    String until =
        booking
            .latest()
            .format(
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                    .withLocale(terminal.locale()));
    StringBuilder how = new StringBuilder();
    for (@Nullable String way : new @Nullable String[] {booking.phone(), booking.bookingUrl()}) {
      how.append(way == null ? "" : " · " + way);
    }
    return terminal.text("plan_booking", until, how);
  }

  private String shortName(Leg leg) {
    Leg.Transit transit = leg.transit();
    String mode = mode(leg);
    return transit == null ? mode : mode + " " + transit.route().name();
  }

  private static String times(OffsetDateTime from, OffsetDateTime to) {
    return from.format(CLOCK) + "–" + to.format(CLOCK);
  }

  private static String minutes(int seconds) {
    long minutes = Math.round(seconds / 60.0);
    return minutes < 60
        ? minutes + " min"
        : String.format(Locale.ROOT, "%d h %02d", minutes / 60, minutes % 60);
  }

  private String money(int cents, String currency) {
    return String.format(terminal.locale(), "%.2f %s", cents / 100.0, currency);
  }

  /// Numbers to the right, the last column as it comes.
  private static String aligned(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      boolean last = column == widths.length - 1;
      line.append(last ? "" : " ".repeat(widths[column] - cell.length())).append(cell).append("  ");
    }
    return line.toString().stripTrailing();
  }

  private void line(String style, String text) {
    boolean styled = terminal.outWatched() && !style.isEmpty();
    terminal.out().println(styled ? style + text + RESET : text);
  }
}
