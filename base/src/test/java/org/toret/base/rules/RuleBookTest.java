package org.toret.base.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notices;

@Tag("CO-01")
final class RuleBookTest {

  private static final String OLD =
      """
      # table: tickets
      # version: 2023-10-01
      # title: Tickets
      # numbers: cents
      # source press: Torino Oggi, 29 September 2023 | press report | 2023
      row,cents,name
      city,190,"City, 100 minutes"
      sleeper,900,Night
      """;
  private static final String NEW =
      """
      # table: tickets
      # version: 2024-07-01
      # numbers: cents
      # source press: Torino Oggi, 25 June 2024 | press report | 2024
      row,validFrom,validTo,cents,name
      city,,2024-12-31,200,City
      city,2025-01-01,,210,City
      """;

  private final Notices notices = new Notices();

  @Test
  void theDayOfTravelSelectsTheVersionAndTheRow() {
    RuleBook book = RuleBook.of(List.of(table(NEW), table(OLD)));

    assertThat(cents(book, "2023-12-24")).isEqualTo("190 tickets@2023-10-01#city");
    assertThat(cents(book, "2024-07-01")).isEqualTo("200 tickets@2024-07-01#city");
    assertThat(cents(book, "2026-01-01")).isEqualTo("210 tickets@2024-07-01#city");
    assertThat(book.find("tickets", "city", LocalDate.parse("2023-09-30"))).isEmpty();
  }

  @Test
  void aNewerVersionReplacesTheOlderAsAWhole() {
    RuleBook book = RuleBook.of(List.of(table(OLD), table(NEW)));

    assertThat(book.find("tickets", "sleeper", LocalDate.parse("2024-01-01"))).isPresent();
    assertThat(book.find("tickets", "sleeper", LocalDate.parse("2025-01-01"))).isEmpty();
    assertThat(book.listVersions(LocalDate.parse("2025-01-01")))
        .containsExactly("tickets@2024-07-01");
  }

  @Test
  void aCitysLayerReplacesSingleRows() {
    String city =
        """
        # table: tickets
        # version: 2024-01-01
        # source us: Our own decision | public | 2024
        row,cents,name
        sleeper,1,Night
        """;
    RuleBook book = RuleBook.of(List.of(table(NEW))).with(List.of(table(city)));

    assertThat(cents(book, "2026-01-01")).startsWith("210");
    assertThat(book.list("tickets", LocalDate.parse("2026-01-01")))
        .extracting(row -> row.reference().toString())
        .containsExactly("tickets@2024-07-01#city", "tickets@2024-01-01#sleeper");
  }

  @Test
  void aRowKnowsItsSourceAndItsQuotedCells() {
    RuleRow row = table(OLD).findRow("city", LocalDate.parse("2024-01-01")).orElseThrow();

    assertThat(row.text("name")).isEqualTo("City, 100 minutes");
    assertThat(row.source().text()).isEqualTo("Torino Oggi, 29 September 2023 (2023)");
  }

  @Test
  void faultyRowsAreLeftOutEachWithANotice() {
    RuleTable table =
        table(
            """
            # table: t
            # version: 2024-01-01
            # numbers: n
            # source a: A | free | 2024
            # source b: B | free
            row,source,validFrom,n
            good,a,,1
            good,a,,2
            text,a,,one
            short,a
            nowhere,c,,1
            when,a,tomorrow,1
            """);

    assertThat(table.listRows()).extracting(RuleRow::id).containsExactly("good");
    assertThat(notices.listAll())
        .extracting(Notices.Tally::code)
        .containsExactlyInAnyOrder(
            "rule_source_unclear",
            "rule_row_twice",
            "rule_number_bad",
            "rule_cells_count",
            "rule_date_bad");
    assertThat(notices.count("rule_source_unclear")).isEqualTo(2);
  }

  @Test
  void aTableWithoutSourceIsNotUsed() {
    assertThat(
            new RuleTableReader("x", notices).read("# table: x\n# version: 2024-01-01\nrow\na\n"))
        .isEmpty();
    assertThat(notices.count("rule_head_missing")).isEqualTo(1);
  }

  @Test
  void filesOfACityAreReadAndMissingOnesNoticed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("tickets.csv"), OLD);

    List<RuleTable> tables = RuleFiles.read(List.of(file, folder.resolve("missing.csv")), notices);

    assertThat(tables).extracting(RuleTable::version).containsExactly("2023-10-01");
    assertThat(notices.count("rule_table_unreadable")).isEqualTo(1);
  }

  @Test
  void everyNoticeHasATextInBothLanguages() {
    Messages messages = new Messages().load(RuleBook.class, "rules", "it", "en");

    assertThat(messages.codes("it")).isEqualTo(messages.codes("en")).hasSize(12);
    assertThat(messages.text(Locale.ITALIAN, "rule_cells_count", List.of("2", "3")))
        .contains("2 celle", "3 colonne");
  }

  private RuleTable table(String text) {
    return new RuleTableReader("test.csv", notices).read(text).orElseThrow();
  }

  private static String cents(RuleBook book, String day) {
    RuleRow row = book.find("tickets", "city", LocalDate.parse(day)).orElseThrow();
    return Math.round(row.number("cents")) + " " + row.reference();
  }
}
