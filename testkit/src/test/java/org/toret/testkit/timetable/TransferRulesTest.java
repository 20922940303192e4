package org.toret.testkit.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.TransferRules;
import org.toret.testkit.city.TimetableText;

/// Which of several rules holds between two trips at stop B, after the table of the GTFS reference.
final class TransferRulesTest {

  private static final String LINES =
      """
      line 1 bus trip=a A 08:00 B 08:10
      line 1 bus trip=b A 08:20 B 08:30
      line 2 bus trip=x B 08:10 C 08:20
      line 2 bus trip=y B 08:45 C 08:55
      """;

  @Test
  @Tag("TT-11")
  void aStopWithoutSpecificRulesStaysOneNode() {
    Timetable timetable = TimetableText.of(LINES + "least 60s B").timetable();
    assertThat(timetable.nodes().count()).isEqualTo(timetable.stops().count());
    assertThat(rule("least 60s B", "a", "x")).isEqualTo(60);
    assertThat(rule("", "a", "x")).isEqualTo(TransferRules.GENERAL);
  }

  @Test
  @Tag("TT-11")
  void eachPrecisionYieldsToTheNextHigher() {
    String[] rules = {
      "least 10s B",
      "least 20s B any > line 2",
      "least 30s B line 1 > line 2",
      "least 40s B trip a > any",
      "least 50s B line 1 > trip x",
      "least 60s B trip a > trip x"
    };
    StringBuilder growing = new StringBuilder();
    StringBuilder reversed = new StringBuilder();
    for (int i = 0; i < rules.length; i++) {
      growing.append(rules[i]).append('\n');
      reversed.insert(0, rules[i] + "\n");
      assertThat(rule(growing.toString(), "a", "x")).isEqualTo(10 * (i + 1));
      assertThat(rule(reversed.toString(), "a", "x")).isEqualTo(10 * (i + 1));
    }
    assertThat(rule(growing.toString(), "a", "y")).isEqualTo(40);
    assertThat(rule(growing.toString(), "b", "x")).isEqualTo(50);
    assertThat(rule(growing.toString(), "b", "y")).isEqualTo(30);
  }

  @Test
  @Tag("TT-11")
  void ofEqualRulesTheFirstPublishedHolds() {
    assertThat(rule("least 10s B ; least 20s B", "a", "x")).isEqualTo(10);
    assertThat(rule("forbid B trip a > any ; timed B any > trip x", "a", "x"))
        .isEqualTo(TransferRules.FORBIDDEN);
  }

  @Test
  @Tag("TT-11")
  void everyType() {
    assertThat(rule("recommended B", "a", "x")).isEqualTo(TransferRules.WALK);
    assertThat(rule("timed B", "a", "x")).isEqualTo(TransferRules.WALK);
    assertThat(rule("forbid B", "a", "x")).isEqualTo(TransferRules.FORBIDDEN);
    assertThat(rule("forbid B ; timed B line 1 > line 2", "a", "x")).isEqualTo(TransferRules.WALK);
    assertThat(rule("forbid B ; timed B line 1 > line 2", "x", "a"))
        .isEqualTo(TransferRules.FORBIDDEN);
  }

  @Test
  @Tag("TT-11")
  void aStationMeansItsPlatforms() {
    Timetable timetable =
        TimetableText.of(
                """
                stop S station ; stop P in=S ; stop Q in=S
                line 1 bus trip=a A 08:00 P 08:10
                line 2 bus trip=x Q 08:40 C 08:50
                line 3 bus trip=z P 08:40 C 08:50
                least 60s S ; forbid S line 1 > line 2
                """)
            .timetable();
    assertThat(rule(timetable, node(timetable, "a", 1), node(timetable, "x", 0)))
        .isEqualTo(TransferRules.FORBIDDEN);
    assertThat(rule(timetable, node(timetable, "a", 1), node(timetable, "z", 0))).isEqualTo(60);
  }

  @Test
  @Tag("TT-30")
  void aRuleBetweenTripsWithTimeToSpareMakesNoCopyOfTheStop() {
    assertThat(copiesAtB("timed B trip a > trip y")).isZero();
    assertThat(copiesAtB("timed B trip a > trip y ; least 600s B")).isZero();
    assertThat(copiesAtB("least 600s B trip a > trip y")).isZero();
    assertThat(copiesAtB("timed B trip b > trip x")).isZero();
  }

  @Test
  @Tag("TT-30")
  void aRuleBetweenTripsThatDecidesIsKept() {
    assertThat(copiesAtB("timed B trip a > trip x")).isEqualTo(2);
    assertThat(copiesAtB("forbid B trip a > trip y")).isEqualTo(2);
    assertThat(copiesAtB("least 3600s B trip a > trip y")).isEqualTo(2);
    assertThat(copiesAtB("timed B trip a > trip y ; least 3600s B")).isEqualTo(2);
    assertThat(copiesAtB("timed B trip a > trip y ; forbid B")).isEqualTo(2);
    assertThat(rule("timed B trip a > trip y ; forbid B", "a", "y")).isEqualTo(TransferRules.WALK);
  }

  private static int copiesAtB(String rules) {
    Timetable timetable = TimetableText.of(LINES + rules).timetable();
    return timetable.nodes().count() - timetable.stops().count();
  }

  /// The verdict on changing from one trip to another at B.
  private static int rule(String rules, String fromTrip, String toTrip) {
    Timetable timetable = TimetableText.of(LINES + rules).timetable();
    return rule(timetable, nodeAtB(timetable, fromTrip), nodeAtB(timetable, toTrip));
  }

  private static int rule(Timetable timetable, int from, int to) {
    TransferRules rules = timetable.transferRules();
    for (int i = 0; i < rules.count(); i++) {
      if (rules.from()[i] == from && rules.to()[i] == to) {
        return rules.seconds()[i];
      }
    }
    return TransferRules.GENERAL;
  }

  private static int nodeAtB(Timetable timetable, String trip) {
    return node(timetable, trip, trip.equals("a") || trip.equals("b") ? 1 : 0);
  }

  private static int node(Timetable timetable, String name, int call) {
    Patterns patterns = timetable.patterns();
    for (int trip = 0; trip < timetable.trips().count(); trip++) {
      if (timetable.trips().ids().get(trip).equals("t:" + name)) {
        int pattern = timetable.trips().patterns()[trip];
        return patterns.nodes()[patterns.stopOffsets()[pattern] + call];
      }
    }
    throw new AssertionError("No trip " + name);
  }
}
