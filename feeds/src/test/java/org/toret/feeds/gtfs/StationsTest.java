package org.toret.feeds.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.network.timetable.Pathways;
import org.toret.network.timetable.Stops;

@Tag("TT-01")
final class StationsTest {

  private static final String HEADER =
      """
      stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,wheelchair_boarding,\
      level_id,platform_code,zone_id
      """;

  @TempDir private Path folder;

  @Test
  @Tag("TT-05")
  void everyKindOfPlaceIsKeptWithItsStation() {
    TestImport read = station().read(folder);
    Stops stops = read.timetable().stops();
    assertThat(read.codes()).isEmpty();
    int platform = read.stop("A");
    assertThat(stops.parents()[platform]).isEqualTo(read.stop("H"));
    assertThat(stops.parents()[read.stop("area")]).isEqualTo(platform);
    assertThat(stops.kinds()[read.stop("door")]).isEqualTo(Stops.ENTRANCE);
    assertThat(stops.levels()[platform]).isEqualTo(-15);
    assertThat(stops.wheelchair()[platform]).isEqualTo((byte) 1);
    assertThat(stops.platforms().get(platform)).isEqualTo("3");
    assertThat(stops.zones().get(platform)).isEqualTo("z1");
    assertThat(stops.latsE7()[read.stop("area")]).isEqualTo(450000000);
  }

  @Test
  @Tag("TT-05")
  void pathwaysLeadThroughTheStation() {
    TestImport read =
        station()
            .file(
                "pathways.txt",
                """
                pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,length,traversal_time
                p1,door,hall,2,1,12.5,
                p2,hall,A,5,0,,40
                p3,hall,H,1,1,,
                p4,hall,nowhere,1,1,,
                p5,hall,A,9,1,,
                """)
            .read(folder);
    Pathways pathways = read.timetable().pathways();
    assertThat(pathways.centimetres()).containsExactly(1250, 1250, 0);
    assertThat(pathways.seconds()).containsExactly(0, 0, 40);
    assertThat(pathways.modes()).containsExactly(2, 2, 5);
    assertThat(read.places("pathway_at_wrong_place")).containsExactly("pathways.txt:4");
    assertThat(read.places("undefined_stop")).containsExactly("pathways.txt:5");
    assertThat(read.places("pathway_without_mode")).containsExactly("pathways.txt:6");
  }

  @Test
  void platformsThatPathwaysDoNotReachAreTold() {
    TestImport read =
        station()
            .file(
                "pathways.txt",
                """
                pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,length
                p1,door,hall,1,0,12
                p2,hall,area,1,1,9
                """)
            .read(folder);
    assertThat(read.places("platform_without_way_out")).containsExactly("stops.txt:8");
    assertThat(read.codes()).doesNotContain("platform_without_way_in", "dead_end");
    TestImport dead =
        station()
            .file(
                "pathways.txt",
                """
                pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,length
                p1,door,hall,1,1,12
                """)
            .read(folder);
    assertThat(dead.places("platform_without_way_in")).containsExactly("stops.txt:8");
    assertThat(dead.places("dead_end")).containsExactly("stops.txt:7");
  }

  @Test
  void wrongParentsAreNotFollowed() {
    TestImport read =
        TestFeed.good()
            .file(
                "stops.txt",
                HEADER
                    + """
                    A,Alfa,45.00,7.6,0,B,,,,
                    B,Beta,45.01,7.6,0,Z,,,,
                    C,Gamma,45.03,7.6,,,,,,
                    H,Hub,45.00,7.6,1,C,,,,
                    door,Door,45.00,7.6,2,,,,,
                    """)
            .read(folder);
    assertThat(read.timetable().stops().parents()).containsOnly(-1);
    assertThat(read.places("wrong_parent_type")).containsExactly("stops.txt:2");
    assertThat(read.places("undefined_parent")).containsExactly("stops.txt:3");
    assertThat(read.places("station_with_parent")).containsExactly("stops.txt:5");
    assertThat(read.places("missing_parent")).containsExactly("stops.txt:6");
  }

  @Test
  void stopWithoutAPlaceTakesItsStationsOrIsNotUsed() {
    TestImport read =
        TestFeed.good()
            .file(
                "stops.txt",
                HEADER
                    + """
                    A,Alfa,,,0,H,,,,
                    B,Beta,0,0,0,,,,,
                    C,Gamma,45.03,7.6,0,,,,,
                    H,Hub,45.00,7.6,1,,,,,
                    D,Delta,145.03,7.6,0,,,,,
                    """)
            .read(folder);
    assertThat(read.runs()).containsExactly("t: A 8:00 C 8:30");
    assertThat(read.timetable().stops().latsE7()[read.stop("A")]).isEqualTo(450000000);
    assertThat(read.places("place_of_parent")).containsExactly("stops.txt:2");
    assertThat(read.places("coordinates_at_origin")).containsExactly("stops.txt:3");
    assertThat(read.places("coordinates_out_of_range")).containsExactly("stops.txt:6");
    assertThat(read.places("stop_without_place")).containsExactly("stops.txt:3", "stops.txt:6");
    assertThat(read.places("call_at_stop_without_place")).containsExactly("stop_times.txt:3");
  }

  @Test
  void stationWithoutAPlaceIsPutAmidItsStops() {
    TestImport read =
        TestFeed.good()
            .file(
                "stops.txt",
                HEADER
                    + """
                    H,Hub,,,1,,,,,
                    A,Alfa,45.00,7.6,0,H,,,,
                    B,Beta,45.01,7.6,0,H,,,,
                    C,Gamma,45.03,7.6,0,,,,,
                    """)
            .read(folder);
    assertThat(read.timetable().stops().latsE7()[read.stop("H")]).isEqualTo(450050000);
    assertThat(read.places("place_of_children")).containsExactly("stops.txt:2");
  }

  @Test
  void stationIsTakenForAStopOnlyWhenItHasNoPlatforms() {
    TestImport read =
        TestFeed.good()
            .file(
                "stops.txt",
                HEADER
                    + """
                    A,Alfa,45.00,7.6,1,,,,,
                    B,Beta,45.01,7.6,1,,,,,
                    B1,Beta 1,45.01,7.6,0,B,,,,
                    C,Gamma,45.03,7.6,0,,,,,
                    """)
            .read(folder);
    assertThat(read.runs()).containsExactly("t: A 8:00 C 8:30");
    assertThat(read.places("call_at_station")).containsExactly("stop_times.txt:2");
    assertThat(read.places("call_at_wrong_place")).containsExactly("stop_times.txt:3");
  }

  private static TestFeed station() {
    return TestFeed.good()
        .file("levels.txt", "level_id,level_index,level_name\nu1,-1.5,Mezzanine\n")
        .file(
            "stops.txt",
            HEADER
                + """
                A,Alfa,45.00,7.6,0,H,,u1,3,z1
                B,Beta,45.01,7.6,0,,,,,
                C,Gamma,45.03,7.6,0,,,,,
                H,Hub,45.001,7.6,1,,1,,,
                door,Door,45.002,7.6,2,H,,,,
                hall,,45.001,7.6,3,H,,,,
                area,,,,4,A,,,,
                """);
  }
}
