package org.toret.feeds.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.geo.Heights;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.street.StreetNetwork;

/// Which tags of tolls are kept, and how.
@Tag("ST-06")
final class TollTagsTest {

  @TempDir Path folder;

  private List<String> tolls(TinyPbf pbf) throws Exception {
    List<Path> files = List.of(pbf.write(folder.resolve("a.pbf")));
    Outcome<StreetNetwork> read =
        OsmImport.read(
            files, Heights.NONE, new CarParksBuilder(), new Notices(), (step, share) -> {});
    StreetNetwork streets =
        switch (read) {
          case Outcome.Done<StreetNetwork>(StreetNetwork done) -> done;
          case Outcome.Refused<StreetNetwork> refused ->
              throw new AssertionError(refused.toString());
        };
    return IntStream.range(0, streets.edges().count())
        .mapToObj(streets.tolls()::get)
        .filter(toll -> !toll.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /// A motorway with a booth, roads whose toll is for lorries or not for cars, the gate of a car
  /// park, and a bridge that says what it costs.
  @Test
  void tollsAreReadWithTheirBooths() throws Exception {
    TinyPbf pbf =
        new TinyPbf()
            .node(1, 45.00, 7.60)
            .node(2, 45.01, 7.60, "barrier=toll_booth", "name=Nord")
            .node(3, 45.02, 7.60)
            .node(4, 45.03, 7.60)
            .node(5, 45.04, 7.60)
            .node(6, 45.05, 7.60, "barrier=toll_booth", "name=Parcheggio")
            .node(7, 45.06, 7.60)
            .node(8, 45.07, 7.60)
            .way(
                10,
                new long[] {1, 2, 3},
                "highway=motorway",
                "toll=yes",
                "ref=A4",
                "name=Serenissima")
            .way(11, new long[] {3, 4}, "highway=trunk", "toll=yes", "toll:motorcar=no")
            .way(12, new long[] {4, 5}, "highway=trunk", "toll:hgv=yes")
            .way(13, new long[] {5, 6, 7}, "highway=service")
            .way(14, new long[] {7, 8}, "highway=primary", "toll=yes", "charge=1.80 EUR");
    assertThat(tolls(pbf))
        .containsExactly("booth||Nord|", "road|A4|Serenissima|", "road|||1.80 EUR");
  }

  /// Prices by the hour, a toll by night, one for cars beside one for all, and one for lorries.
  @Test
  void conditionsOfTollsAreKept() throws Exception {
    TinyPbf pbf =
        new TinyPbf()
            .node(1, 45.00, 7.60)
            .node(2, 45.01, 7.60)
            .node(3, 45.02, 7.60)
            .node(4, 45.03, 7.60)
            .node(5, 45.04, 7.60)
            .way(
                10,
                new long[] {1, 2},
                "highway=trunk",
                "ref=A",
                "toll=yes",
                "charge=1 EUR",
                "charge:conditional=2 EUR @ (Mo-Fr 07:30-19:30)")
            .way(
                11,
                new long[] {2, 3},
                "highway=trunk",
                "ref=B",
                "toll=no",
                "toll:conditional=yes @ (22:00-06:00)",
                "charge=3 EUR")
            .way(
                12,
                new long[] {3, 4},
                "highway=trunk",
                "ref=C",
                "toll=yes",
                "toll:motorcar=no",
                "toll:conditional=yes @ (22:00-06:00)")
            .way(
                13,
                new long[] {4, 5},
                "highway=trunk",
                "ref=D",
                "toll=yes",
                "charge:conditional=9 EUR @ (22:00-06:00)",
                "charge:motorcar=4 EUR",
                "charge:hgv:conditional=20 EUR @ (Su)");
    assertThat(tolls(pbf))
        .containsExactly(
            "road|A||1 EUR|yes||2 EUR @ (Mo-Fr 07:30-19:30)",
            "road|B||3 EUR|no|yes @ (22:00-06:00)|",
            "road|D||4 EUR");
  }
}
