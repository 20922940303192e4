package org.toret.feeds.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toret.network.timetable.Mode;
import org.toret.network.timetable.Routes;

@Tag("TT-01")
final class LinesTest {

  private static final String HEADER =
      "route_id,agency_id,route_short_name,route_long_name,route_type,route_color,"
          + "route_text_color,route_sort_order\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "0,TRAM",
    "1,METRO",
    "2,RAIL",
    "3,BUS",
    "4,FERRY",
    "5,CABLECAR",
    "6,GONDOLA",
    "7,FUNICULAR",
    "11,TROLLEYBUS",
    "12,MONORAIL",
    "100,RAIL",
    "109,RAIL",
    "200,COACH",
    "401,METRO",
    "405,MONORAIL",
    "700,BUS",
    "715,BUS",
    "800,TROLLEYBUS",
    "900,TRAM",
    "1000,FERRY",
    "1300,GONDOLA",
    "1400,FUNICULAR"
  })
  void routeTypesBasicAndExtendedAreModes(int type, Mode mode) {
    TestImport read =
        TestFeed.good().file("routes.txt", HEADER + "L,X,1,,%d,,,\n".formatted(type)).read(folder);
    assertThat(read.timetable().routes().mode(0)).isEqualTo(mode);
    assertThat(read.timetable().routes().gtfsTypes()).containsExactly(type);
    assertThat(read.codes()).doesNotContain("unknown_route_type");
  }

  @Test
  void coloursNamesAndOrderAreKept() {
    TestImport read =
        TestFeed.good().file("routes.txt", HEADER + "L,X,1,Long,3,#FF0000,ffffff,4\n").read(folder);
    Routes routes = read.timetable().routes();
    assertThat(read.codes()).isEmpty();
    assertThat(routes.colours()).containsExactly(0xFF0000);
    assertThat(routes.textColours()).containsExactly(0xFFFFFF);
    assertThat(routes.sortOrders()).containsExactly(4);
    assertThat(routes.ids().get(0)).isEqualTo("f:L");
    assertThat(routes.longNames().get(0)).isEqualTo("Long");
  }

  @Test
  void faultsOfLinesAreMended() {
    TestImport read =
        TestFeed.good()
            .file(
                "routes.txt",
                HEADER
                    + """
                    L,Q,,,77,red,,
                    M,X,5,5,3,101010,202020,
                    N,X,A very long sign,Line,3,,,
                    N,X,6,,3,,,
                    O,X,7,Same,3,,,
                    P,X,7,Same,3,,,
                    """)
            .read(folder);
    assertThat(read.timetable().routes().shortNames().get(0)).isEqualTo("L");
    assertThat(read.timetable().routes().mode(0)).isEqualTo(Mode.BUS);
    assertThat(read.places("undefined_agency")).containsExactly("routes.txt:2");
    assertThat(read.places("route_without_name")).containsExactly("routes.txt:2");
    assertThat(read.places("unknown_route_type")).containsExactly("routes.txt:2");
    assertThat(read.places("invalid_colour")).containsExactly("routes.txt:2");
    assertThat(read.places("same_route_names")).containsExactly("routes.txt:3");
    assertThat(read.places("poor_colour_contrast")).containsExactly("routes.txt:3");
    assertThat(read.places("long_short_name")).containsExactly("routes.txt:4");
    assertThat(read.places("duplicate_id")).containsExactly("routes.txt:5");
    assertThat(read.places("repeated_route_name")).containsExactly("routes.txt:7");
    assertThat(read.places("route_without_trips")).hasSize(4);
  }

  @Test
  @Tag("TT-06")
  void zoneOfTheFirstAgencyHoldsForTheFeed() {
    TestImport read =
        TestFeed.good()
            .file(
                "agency.txt",
                """
                agency_id,agency_name,agency_url,agency_timezone,agency_lang
                Z,Zed,ftp://z.example,Mars/Olympus,it
                X,Xtra,https://x.example,Europe/Lisbon,pt
                Y,Ypsilon,https://y.example,Europe/Rome,it
                ,Nameless,https://n.example,Europe/Lisbon,it
                """)
            .read(folder);
    assertThat(read.summary().zone()).isEqualTo("Europe/Lisbon");
    assertThat(read.timetable().feeds().zones().get(0)).isEqualTo("Europe/Lisbon");
    assertThat(read.timetable().agencies().names().get(1)).isEqualTo("Xtra");
    assertThat(read.places("invalid_time_zone")).containsExactly("agency.txt:2");
    assertThat(read.places("invalid_url")).containsExactly("agency.txt:2");
    assertThat(read.places("mixed_time_zones")).containsExactly("agency.txt:4");
    assertThat(read.places("missing_agency_id")).containsExactly("agency.txt:5");
  }

  @Test
  void feedWithoutAZoneIsRefusedUnlessOneIsAssumed() {
    TestFeed feed = TestFeed.good().without("agency.txt");
    assertThat(feed.read(folder).refusal()).isEqualTo("files_missing");
    TestImport assumed = TestFeed.read(feed.write(folder), "Europe/Rome");
    assertThat(assumed.runs()).hasSize(1);
    assertThat(assumed.codes()).contains("assumed_time_zone", "missing_file");
  }

  @Test
  @Tag("TT-05")
  void publisherVersionLanguageAndAttributionAreKept() {
    TestImport read =
        TestFeed.good()
            .file(
                "attributions.txt",
                """
                organization_name,is_producer,attribution_url
                Citta,1,https://c.example
                Region,1,
                """)
            .read(folder);
    assertThat(read.codes()).isEmpty();
    assertThat(read.timetable().feeds().names().get(0)).isEqualTo("Xtra");
    assertThat(read.timetable().feeds().versions().get(0)).isEqualTo("7");
    assertThat(read.timetable().feeds().languages().get(0)).isEqualTo("it");
    assertThat(read.timetable().feeds().licences().get(0))
        .isEqualTo("Citta (https://c.example); Region");
  }

  @Test
  @Tag("TT-05")
  void translationsOfBothForms() {
    TestImport read =
        TestFeed.good()
            .file(
                "translations.txt",
                """
                table_name,field_name,language,translation,record_id,record_sub_id,field_value
                stops,stop_name,en,Alpha,A,,
                trips,trip_headsign,fr,Gare,,,Stazione
                planets,name,en,Mars,m,,
                stops,stop_name,not a language,Alpha,A,,
                stops,stop_name,en,Nothing,,,
                """)
            .read(folder);
    assertThat(read.timetable().translations().toMap())
        .containsEntry("en|stop_name|f:A", "Alpha")
        .containsEntry("fr|trip_headsign|=f:Stazione", "Gare")
        .hasSize(2);
    assertThat(read.places("unknown_translated_table")).containsExactly("translations.txt:4");
    assertThat(read.places("translation_without_language")).containsExactly("translations.txt:5");
    assertThat(read.places("translation_of_nothing")).containsExactly("translations.txt:6");

    TestImport old =
        TestFeed.good()
            .file("translations.txt", "trans_id,lang,translation\nAlfa,en,Alpha\n")
            .read(folder);
    assertThat(old.timetable().translations().toMap())
        .containsEntry("en|stop_name|=f:Alfa", "Alpha");
    assertThat(old.codes()).containsExactly("old_translations");
  }
}
