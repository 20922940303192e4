package org.toret.feeds.gtfs.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome.Done;

final class GtfsTableTest {

  @TempDir private Path folder;
  private final Notices notices = new Notices();

  @Test
  void plainTableGivesItsCellsAndNoNotice() throws IOException {
    assertThat(names("area_id,area_name\na,Alfa\nb,\"Beta, \"\"due\"\"\"\n"))
        .containsExactly("2 a|Alfa", "3 b|Beta, \"due\"");
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void byteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
    assertThat(names("\ufeffarea_id,area_name\na,Alfa\n")).containsExactly("2 a|Alfa");
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void utf16IsReadWithANotice() throws IOException {
    assertThat(names("area_id,area_name\na,Città\n".getBytes(UTF_16))).containsExactly("2 a|Città");
    assertThat(notices.count("utf16_file")).isOne();
  }

  @Test
  void utf16WithoutAMarkIsRecognised() throws IOException {
    assertThat(names("area_id,area_name\na,Città\n".getBytes(UTF_16LE)))
        .containsExactly("2 a|Città");
    assertThat(notices.count("utf16_file")).isOne();
  }

  @Test
  void bytesThatAreNotUtf8AreReadAsWindows1252() throws IOException {
    assertThat(names("area_id,area_name\na,Città\n\nb,Sì\n".getBytes(ISO_8859_1)))
        .containsExactly("2 a|Città", "4 b|Sì");
    assertThat(lines("invalid_utf8")).containsExactly(2L, 4L);
    assertThat(lines("empty_row")).containsExactly(3L);
  }

  @Test
  void nullBecomesASpace() throws IOException {
    assertThat(names("area_id,area_name\na,Al\0fa\n")).containsExactly("2 a|Al fa");
    assertThat(lines("contains_null")).containsExactly(2L);
  }

  @Test
  void everyLineEndingIsUnderstood() throws IOException {
    assertThat(names("area_id,area_name\na,A\nb,B\rc,C\r\nd,D"))
        .containsExactly("2 a|A", "3 b|B", "4 c|C", "5 d|D");
    assertThat(lines("mixed_line_endings")).containsExactly(3L);
  }

  @Test
  void rowsOfTheWrongLengthAreUsedAsFarAsTheyGo() throws IOException {
    assertThat(names("area_id,area_name\na\nb,B,extra\n")).containsExactly("2 a|", "3 b|B");
    assertThat(lines("missing_cells")).containsExactly(2L);
    assertThat(lines("extra_cells")).containsExactly(3L);
  }

  @Test
  void spacesAreTrimmed() throws IOException {
    assertThat(names("area_id, area_name\na , Alfa\u00a0\n")).containsExactly("2 a|Alfa");
    assertThat(lines("spaces_around_value")).containsExactly(1L, 2L);
  }

  @Test
  void lineBreakInsideQuotesKeepsTheLineCount() throws IOException {
    assertThat(names("area_id,area_name\na,\"Al\nfa\"\nb,B\n"))
        .containsExactly("2 a|Al\nfa", "4 b|B");
    assertThat(lines("line_break_in_value")).containsExactly(2L);
  }

  @Test
  void quoteNeverClosedCostsNoRow() throws IOException {
    assertThat(names("area_id,area_name\na,A\nb,\"Beta\nc,C\nd,D\ne,\"E\"\n"))
        .containsExactly("2 a|A", "3 b|Beta", "4 c|C", "5 d|D", "6 e|E");
    assertThat(lines("bad_quotes")).containsExactly(3L);
  }

  @Test
  void quoteClosedInTheMiddleCostsNoRow() throws IOException {
    assertThat(names("area_id,area_name\na,\"Al\"fa\nb,B\n")).containsExactly("2 a|Al fa", "3 b|B");
    assertThat(lines("bad_quotes")).containsExactly(2L);
  }

  @Test
  void manyBadQuotesEndTheirMeaning() throws IOException {
    assertThat(names("area_id,area_name\n" + "a,\"A\"x\n".repeat(40))).hasSize(40);
    assertThat(lines("bad_quotes")).hasSizeLessThan(30);
  }

  @Test
  void faultsBeforeABadQuoteAreToldOnce() throws IOException {
    names("area_id,area_name\na,A\0\n\nb,\"Beta\nc,C\0\nd,D\n");
    assertThat(lines("contains_null")).containsExactly(2L, 5L);
    assertThat(lines("empty_row")).containsExactly(3L);
  }

  @Test
  void otherSeparatorsAreUnderstood() throws IOException {
    assertThat(names("area_id;area_name\na;A, B\n")).containsExactly("2 a|A, B");
    assertThat(names("area_id\tarea_name\na\tA\n")).containsExactly("2 a|A");
    assertThat(notices.count("wrong_separator")).isEqualTo(2);
  }

  @Test
  void columnsAreCheckedAgainstTheReference() throws IOException {
    assertThat(names("AREA_ID,area_name,area_name,colore,\na,A,B,C,D\n")).containsExactly("2 a|A");
    assertThat(lines("duplicate_column")).containsExactly(1L);
    assertThat(lines("unknown_column")).containsExactly(1L);
    assertThat(lines("empty_column_name")).containsExactly(1L);
  }

  @Test
  void fileWithoutAColumnItNeedsHasNoRows() throws IOException {
    assertThat(names("area_name\nA\n")).isEmpty();
    assertThat(notices.count("missing_column")).isOne();
  }

  @Test
  void emptyAndMissingFilesHaveNoRows() throws IOException {
    assertThat(names("")).isEmpty();
    assertThat(notices.count("empty_file")).isOne();
    try (GtfsSource source = source();
        GtfsTable table = GtfsTable.open(source, "levels.txt", notices)) {
      assertThat(table.isUsable()).isFalse();
      assertThat(table.next()).isFalse();
    }
  }

  @Test
  void valuesAreTyped() throws IOException {
    write(
        "stop_times.txt",
        """
        trip_id,stop_sequence,arrival_time,departure_time,shape_dist_traveled,pickup_type
        a,1,6:00:00,26:10:05,0.25,3
        b,007,06:60:00,noon,1e3,9
        c,-2,,,x,
        """);
    List<String> found = new ArrayList<>();
    try (GtfsSource source = source();
        GtfsTable table = GtfsTable.open(source, "stop_times.txt", notices)) {
      int sequence = table.column("stop_sequence");
      int arrival = table.column("arrival_time");
      int departure = table.column("departure_time");
      int distance = table.column("shape_dist_traveled");
      int pickup = table.column("pickup_type");
      while (table.next()) {
        found.add(
            "%d %d %d %s %d"
                .formatted(
                    table.number(sequence, 0),
                    table.seconds(arrival),
                    table.seconds(departure),
                    table.decimal(distance),
                    table.choice(pickup, 3, 0)));
      }
    }
    int absent = GtfsTable.ABSENT;
    assertThat(found)
        .containsExactly(
            "1 21600 94205 0.25 3",
            "7 " + absent + " " + absent + " 1000.0 0",
            "-2 " + absent + " " + absent + " NaN 0");
    assertThat(lines("invalid_time")).containsExactly(3L, 3L);
    assertThat(lines("unknown_value")).containsExactly(3L);
    assertThat(lines("invalid_number")).containsExactly(4L);
  }

  private List<String> names(String content) throws IOException {
    return names(content.getBytes(UTF_8));
  }

  private List<String> names(byte[] content) throws IOException {
    Files.write(folder.resolve("areas.txt"), content);
    List<String> found = new ArrayList<>();
    try (GtfsSource source = source();
        GtfsTable table = GtfsTable.open(source, "areas.txt", notices)) {
      int id = table.column("area_id");
      int name = table.column("area_name");
      while (table.next()) {
        found.add(table.line() + " " + table.text(id) + "|" + table.text(name));
      }
    }
    return found;
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }

  private GtfsSource source() throws IOException {
    write("agency.txt", "agency_name,agency_timezone\nGTT,Europe/Rome\n");
    return ((Done<GtfsSource>) GtfsSource.open("f", folder, notices)).value();
  }

  private List<Long> lines(String code) {
    return notices.listAll().stream()
        .filter(tally -> tally.code().equals(code))
        .flatMap(tally -> tally.examples().stream())
        .map(notice -> notice.place().line())
        .toList();
  }
}
