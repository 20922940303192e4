package org.toret.feeds.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.network.timetable.TransferRules;

@Tag("TT-11")
final class TransfersTest {

  private static final String HEADER =
      "from_stop_id,to_stop_id,from_route_id,to_route_id,from_trip_id,to_trip_id,"
          + "transfer_type,min_transfer_time\n";

  @TempDir private Path folder;

  @Test
  void rulesBetweenStopsAreKept() {
    TestImport read = with("A,B,,,,,2,120", "B,A,,,,,3,", "A,C,,,,,0,", "C,A,,,,,1,", "C,B,,,,,2,");
    assertThat(rules(read))
        .containsExactlyInAnyOrder(
            "A B 120",
            "B A " + TransferRules.FORBIDDEN,
            "A C " + TransferRules.WALK,
            "C A " + TransferRules.WALK,
            "C B " + TransferRules.GENERAL);
    assertThat(read.summary().transfers()).isEqualTo(5);
    assertThat(read.places("missing_transfer_time")).containsExactly("transfers.txt:6");
    assertThat(read.places("long_transfer"))
        .containsExactly("transfers.txt:4", "transfers.txt:5", "transfers.txt:6");
  }

  @Test
  void rulesBetweenTripsAndRoutesAreKept() {
    TestImport read = with("C,C,L,,,u,2,60");
    assertThat(rules(read)).containsOnly("C C 60");
    assertThat(read.timetable().nodes().count()).isGreaterThan(3);
  }

  @Test
  @Tag("TT-12")
  void ridersMayStaySeated() {
    TestImport read = with(",,,,t,u,4,");
    assertThat(read.timetable().trips().next()[read.trip("t")]).isEqualTo(read.trip("u"));
    assertThat(read.summary().transfers()).isOne();
  }

  @Test
  @Tag("TT-12")
  void blocksLinkTripsUnlessARuleSaysNo() {
    TestFeed blocks =
        feed().file("trips.txt", "route_id,service_id,trip_id,block_id\nL,S,t,b\nL,S,u,b\n");
    TestImport read = blocks.read(folder);
    assertThat(read.timetable().trips().next()[read.trip("t")]).isEqualTo(read.trip("u"));
    TestImport parted = blocks.file("transfers.txt", HEADER + ",,,,t,u,5,\n").read(folder);
    assertThat(parted.timetable().trips().next()[parted.trip("t")]).isEqualTo(-1);
  }

  @Test
  void rulesThatReferToNothingAreLeftOut() {
    TestImport read =
        with(
            "A,Z,,,,,2,60",
            ",B,,,,,2,60",
            "A,B,Q,,,,2,60",
            "A,B,,,x,,2,60",
            ",,,,t,,4,",
            "A,B,,,,,9,60",
            "A,B,L,,u,,1,");
    assertThat(read.places("undefined_stop")).containsExactly("transfers.txt:2");
    assertThat(read.places("transfer_without_stops")).containsExactly("transfers.txt:3");
    assertThat(read.places("undefined_route")).containsExactly("transfers.txt:4");
    assertThat(read.places("undefined_trip")).containsExactly("transfers.txt:5");
    assertThat(read.places("seated_transfer_without_trips")).containsExactly("transfers.txt:6");
    assertThat(read.places("unknown_value")).containsExactly("transfers.txt:7");
    assertThat(read.summary().transfers()).isEqualTo(2);
  }

  @Test
  void ruleForATripThatRepeatsHoldsForEveryRun() {
    TestImport read =
        feed()
            .file("transfers.txt", HEADER + "C,C,,,t,u,2,36000\n")
            .file(
                "frequencies.txt",
                "trip_id,start_time,end_time,headway_secs\nt,6:00:00,7:00:00,1200\n")
            .read(folder);
    assertThat(read.runs()).hasSize(4);
    assertThat(rules(read)).containsOnly("C C 36000");
  }

  /// Trip t from A over B to C, and trip u on from C to A.
  private static TestFeed feed() {
    return TestFeed.good()
        .rows("trips.txt", "L,S,u\n")
        .rows("stop_times.txt", "u,8:40:00,8:40:00,C,1\nu,9:00:00,9:00:00,A,2\n");
  }

  private TestImport with(String... rows) {
    return feed().file("transfers.txt", HEADER + String.join("\n", rows) + "\n").read(folder);
  }

  private static List<String> rules(TestImport read) {
    TransferRules rules = read.timetable().transferRules();
    int[] stops = read.timetable().nodes().stops();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rules.count(); i++) {
      String from = read.timetable().stops().ids().get(stops[rules.from()[i]]).substring(2);
      String to = read.timetable().stops().ids().get(stops[rules.to()[i]]).substring(2);
      lines.add(from + " " + to + " " + rules.seconds()[i]);
    }
    return lines;
  }
}
