package org.toret.app.simulate.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.simulate.Closure;
import org.toret.app.simulate.DemoTown;
import org.toret.app.simulate.Reading;
import org.toret.app.simulate.Simulation;
import org.toret.base.notice.Notices;
import org.toret.base.xml.XmlElement;
import org.toret.feeds.datex.DatexTraffic;
import org.toret.feeds.datex.ParkingTables;
import org.toret.feeds.parking.ParkingJson;
import org.toret.network.City;
import org.toret.network.traffic.RoadEvent;
import org.toret.network.traffic.RoadMessage;
import org.toret.network.traffic.RoadPlace;
import org.toret.network.traffic.RoadReading;
import org.toret.router.traffic.RoadMatcher;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The roads of the simulated day in DATEX II: read back, and looked at as documents.
@Tag("SI-07")
final class RoadFeedTest {

  private static final String SPACE = "http://datex2.eu/schema/3/";

  private final City city = DemoTown.city();
  private final Simulation simulation = new Simulation(DemoTown.engine(), 2);
  private final RoadFeed feed = new RoadFeed(simulation);
  private final RoadMatcher matcher = new RoadMatcher(city.streets());
  private final long at = DemoTown.at("08:02");
  private final Notices notices = new Notices();

  private RoadMessage read(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 2000), StandardCharsets.UTF_8);
    assertThat(DatexTraffic.isTraffic(head)).isTrue();
    return DatexTraffic.read("roads", bytes, notices).orElseThrow();
  }

  @Test
  void streetsThatAreClosedAreFoundWithTheirArcsAndHours() {
    Map<String, RoadEvent> events = new HashMap<>();
    read(feed.situations(at)).events().forEach(event -> events.put(event.id(), event));
    assertThat(simulation.closures(at)).isNotEmpty();
    for (Closure closure : simulation.closures(at)) {
      RoadEvent closed = Objects.requireNonNull(events.get(closure.id() + "-closed"));
      RoadPlace place = Objects.requireNonNull(closed.place());
      List<Integer> arcs = Arrays.stream(matcher.match(place).arcs()).boxed().toList();
      assertThat(closed.kind()).isEqualTo(RoadEvent.Kind.CLOSURE);
      assertThat(place.road()).isEqualTo(closure.block().road());
      assertThat(arcs).isEqualTo(closure.block().arcs());
      assertThat(closed.texts()).containsOnlyKeys("it", "en");
      assertThat(holds(closed, "05:50")).isFalse();
      assertThat(holds(closed, "06:00")).isTrue();
      assertThat(holds(closed, "21:20")).isTrue();
      assertThat(holds(closed, "21:30")).isFalse();
      long sunday = DemoTown.at("12:00") + 5 * 86_400;
      assertThat(closed.holds(sunday, sunday + 60, city.info().zone())).isTrue();
      assertThat(closed.holds(sunday + 86_400, sunday + 86_460, city.info().zone())).isFalse();
      assertThat(closure.firstDay()).isEqualTo(LocalDate.of(2026, 9, 14));
      RoadEvent works = Objects.requireNonNull(events.get(closure.id() + "-works"));
      assertThat(works.kind()).isEqualTo(RoadEvent.Kind.ROADWORKS);
    }
    assertThat(notices.listAll()).isEmpty();
  }

  private boolean holds(RoadEvent event, String clock) {
    long moment = DemoTown.at(clock);
    return event.holds(moment, moment + 240, city.info().zone());
  }

  @Test
  void trafficThatHardlyMovesIsTold() {
    long slow =
        simulation.traffic(at).stream()
            .filter(one -> one.kmh() / one.detector().freeKmh() < 0.6)
            .count();
    assertThat(slow).isPositive();
    assertThat(read(feed.situations(at)).events())
        .filteredOn(event -> event.kind() == RoadEvent.Kind.CONGESTION)
        .hasSize((int) slow)
        // the speed stands in what is measured alone
        .allMatch(event -> event.kmh() == 0)
        .allMatch(event -> matcher.match(Objects.requireNonNull(event.place())).isFound());
  }

  @Test
  void everyDetectorIsFoundOnItsArcWithItsSpeed() {
    RoadMessage sites = read(feed.sites(at));
    RoadMessage measured = read(feed.measured(at));
    assertThat(measured.at()).isEqualTo(DemoTown.at("08:00"));
    Map<String, RoadReading> readings = new HashMap<>();
    measured.readings().forEach(one -> readings.put(one.id(), one));
    assertThat(readings).hasSameSizeAs(simulation.traffic(at));
    assertThat(sites.places()).containsOnlyKeys(readings.keySet());
    List<String> elsewhere = new ArrayList<>();
    for (Reading real : simulation.traffic(at)) {
      String id = "toret-" + real.detector().id();
      RoadReading told = Objects.requireNonNull(readings.get(id));
      assertThat(told.kmh()).isEqualTo(real.kmh());
      assertThat(told.vehiclesPerHour()).isEqualTo(real.flow());
      assertThat(told.at()).isEqualTo(DemoTown.at("08:00"));
      RoadMatcher.Match match = matcher.match(Objects.requireNonNull(sites.places().get(id)));
      int arc = 2 * real.detector().edge() + (real.detector().forward() ? 0 : 1);
      if (match.arcs().length != 1 || match.arcs()[0] != arc) {
        elsewhere.add(id);
      }
    }
    assertThat(elsewhere).isEmpty();
    assertThat(notices.listAll()).isEmpty();
  }

  @Test
  void carParksSayTheSameInAllForms(@TempDir Path folder) throws IOException {
    String id = simulation.parkingFeeds().getFirst();
    ParkingFeed parks = new ParkingFeed(simulation, id);
    Path datex = Files.write(folder.resolve("datex.xml"), parks.datex(at));
    Path json = Files.write(folder.resolve("parking.json"), parks.json(at));
    assertThat(ParkingTables.isStatus(Files.readString(datex))).isTrue();
    assertThat(ParkingTables.state(id, datex, List.of(id), city.parking(), notices))
        .isEqualTo(ParkingJson.state(id, json, city.parking(), notices))
        .hasSize(15);
    assertThat(notices.listAll()).isEmpty();
  }

  /// With the parser of the JDK, which knows namespaces.
  @Test
  void documentsAreWellFormedAndEveryElementIsOfDatex()
      throws IOException, ParserConfigurationException, SAXException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    for (byte[] bytes : List.of(feed.sites(at), feed.measured(at), feed.situations(at))) {
      Element root =
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
      assertThat(root.getNamespaceURI()).isEqualTo(SPACE + "d2Payload");
      assertThat(root.getLocalName()).isEqualTo("payload");
      assertThat(root.getAttribute("modelBaseVersion")).isEqualTo("3");
      NodeList all = root.getElementsByTagNameNS("*", "*");
      assertThat(all.getLength()).isGreaterThan(20);
      for (int i = 0; i < all.getLength(); i++) {
        assertThat(all.item(i).getNamespaceURI()).startsWith(SPACE);
      }
    }
  }

  /// A closure has the fields of one that is published, in the same order.
  @Test
  void aClosureIsWrittenLikeThePublishedOnes() throws IOException {
    String data = System.getenv("TORET_DATA");
    assumeTrue(data != null, "TORET_DATA names no folder");
    Path file = Path.of(data, "formats", "datex2", "nl-situations.xml");
    assumeTrue(Files.exists(file), "TORET_DATA names no folder with " + file);
    String type = "RoadOrCarriagewayOrLaneManagement";
    List<String> published = fields(Files.readAllBytes(file), type);
    List<String> own = fields(feed.situations(at), type);
    List<String> common = new ArrayList<>(own);
    common.retainAll(published);
    assertThat(published).containsSubsequence(common);
    assertThat(common)
        .contains(
            "validity", "cause", "locationReference", "roadOrCarriagewayOrLaneManagementType");
  }

  private static List<String> fields(byte[] bytes, String type) throws IOException {
    XmlElement root = XmlElement.read(new ByteArrayInputStream(bytes));
    return root.all("situationRecord").stream()
        .filter(record -> record.type().equals(type))
        .findFirst()
        .orElseThrow()
        .children()
        .stream()
        .map(XmlElement::name)
        .toList();
  }

  @Test
  void theSameSeedIsTheSameDocument() {
    RoadFeed again = new RoadFeed(new Simulation(DemoTown.engine(), 2));
    assertThat(again.situations(at)).isEqualTo(feed.situations(at));
    assertThat(again.measured(at)).isEqualTo(feed.measured(at));
    assertThat(again.sites(at)).isEqualTo(feed.sites(at));
    RoadFeed other = new RoadFeed(new Simulation(DemoTown.engine(), 3));
    assertThat(other.situations(at)).isNotEqualTo(feed.situations(at));
  }
}
