package org.toret.feeds.gtfs.fares;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.base.notice.Messages;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.network.fare.FareRules;
import org.toret.network.fare.FeedFares;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;
import org.toret.network.timetable.Timetable;

@Tag("CO-04")
final class GtfsFaresTest {

  @TempDir Path folder;

  @Test
  void readsEveryFileOfFaresV2() {
    FeedFares fares = complete().rules().feed(0);

    assertThat(fares.model()).isEqualTo(FeedFares.Model.LEG_RULES);
    assertThat(fares.id() + "@" + fares.version()).isEqualTo("t@v7");
    assertThat(fares.zone()).isEqualTo("Europe/Rome");
    assertThat(fares.offers().cents()).containsExactly(190, 200, -50);
    assertThat(fares.offers().media()).containsExactly(0, 1, -1);
    assertThat(fares.offers().lines()).containsExactly(2, 3, 4);
    assertThat(fares.offers().defaultRider()).isEqualTo(1);
    assertThat(fares.legRules().prioritised()).isTrue();
    assertThat(fares.legRules().priorities()).containsExactly(0, 3);
    assertThat(fares.joinRules().count()).isEqualTo(1);
    assertThat(fares.transferRules().durationSeconds()).containsExactly(6000, -1);
    assertThat(fares.transferRules().counts()).containsExactly(2, -1);
  }

  @Test
  void platformsBelongToTheAreasOfTheirStationUnlessTheyHaveTheirOwn() {
    FareFolder feed = complete();
    FeedFares fares = feed.rules().feed(0);
    Timetable timetable = FareFolder.timetable("t", folder);

    assertThat(areas(fares, timetable, "t:a")).containsExactly("inner");
    assertThat(areas(fares, timetable, "t:b")).containsExactly("outer");
    assertThat(areas(fares, timetable, "t:D")).isEmpty();
  }

  @Test
  void timeframesFollowTheDaysOfTheirService() {
    FeedFares fares = complete().rules().feed(0);
    int tuesday = (int) java.time.LocalDate.parse("2026-09-15").toEpochDay();

    assertThat(fares.timeframes().holds(0, tuesday, 7 * 3600)).isTrue();
    assertThat(fares.timeframes().holds(0, tuesday, 9 * 3600)).isFalse();
    assertThat(fares.timeframes().holds(0, tuesday + 4, 7 * 3600)).isFalse();
  }

  @Test
  void theOlderColumnOfRoutesNamesTheNetwork() {
    FareFolder feed =
        new FareFolder(folder)
            .file(
                "routes.txt",
                "route_id,agency_id,route_short_name,route_type,network_id",
                "bus,o,1,3,core",
                "metro,o,M,1,")
            .file("fare_products.txt", "fare_product_id,amount,currency", "p,1.00,EUR")
            .file("fare_leg_rules.txt", "network_id,fare_product_id", "core,p");

    FeedFares fares = feed.rules().feed(0);

    assertThat(fares.places().networksOfRoute().row(0)).containsExactly(0);
    assertThat(fares.places().networksOfRoute().row(1)).isEmpty();
    assertThat(feed.notices().listAll()).isEmpty();
  }

  @Test
  void whatIsNotCarriedIsTold() {
    FareFolder feed = complete();
    feed.file(
        "rider_categories.txt",
        "rider_category_id,rider_category_name,is_default_fare_category,eligibility_url",
        "young,Under 26,0,https://t.example/young",
        "all,Ordinario,1,");

    assertThat(feed.rules().feed(0).model()).isEqualTo(FeedFares.Model.LEG_RULES);
    assertThat(feed.notices().count("fares_priced_afterwards")).isEqualTo(1);
    assertThat(feed.notices().count("fare_eligibility_not_told")).isEqualTo(1);
  }

  @Test
  void readsFaresV1WithZones() {
    FareFolder feed =
        new FareFolder(folder)
            .file(
                "fare_attributes.txt",
                "fare_id,price,currency_type,payment_method,transfers,agency_id,transfer_duration",
                "one,1.5,EUR,0,0,o,",
                "all,2.255,EUR,0,,,3600")
            .file(
                "fare_rules.txt",
                "fare_id,route_id,origin_id,destination_id,contains_id",
                "one,bus,z1,z2,",
                "one,metro,z1,z2,");

    FeedFares fares = feed.rules().feed(0);

    assertThat(fares.model()).isEqualTo(FeedFares.Model.ZONE_FARES);
    assertThat(fares.zoneFares().cents()).containsExactly(150, 226);
    assertThat(fares.zoneFares().transfers()).containsExactly(0, Integer.MAX_VALUE);
    assertThat(fares.zoneFares().agencies()).containsExactly(0, -1);
    assertThat(fares.zoneFares().routes().row(0)).containsExactly(0, 1);
    assertThat(fares.zoneFares().conditionsOfFare().row(1)).isEmpty();
    assertThat(feed.notices().count("fare_amount_rounded")).isEqualTo(1);
    assertThat(feed.notices().count("fares_priced_afterwards")).isEqualTo(1);
  }

  @Test
  void aFeedWithoutFaresSaysSo() {
    FareFolder feed = new FareFolder(folder);

    assertThat(feed.rules().feed(0).model()).isEqualTo(FeedFares.Model.NONE);
    assertThat(feed.notices().count("no_fares")).isEqualTo(1);
  }

  @Test
  void theNewerOfTwoFormsIsUsed() {
    FareFolder feed =
        complete().file("fare_attributes.txt", "fare_id,price,currency_type", "old,1,EUR");

    assertThat(feed.rules().feed(0).model()).isEqualTo(FeedFares.Model.LEG_RULES);
    assertThat(feed.notices().count("fares_v1_not_used")).isEqualTo(1);
  }

  @Test
  void faultsAreToldAndTheGoodPartIsUsed() {
    FareFolder feed =
        complete()
            .file(
                "fare_products.txt",
                "fare_product_id,fare_media_id,rider_category_id,amount,currency",
                "city,,,1.90,EUR",
                "city,,,2.00,EUR",
                "broken,,,free,EUR",
                "seal,tattoo,,1.00,EUR",
                "odd,,,1.00,Euro",
                ",,,1.00,EUR")
            .file(
                "fare_leg_rules.txt",
                "leg_group_id,network_id,from_area_id,from_timeframe_group_id,fare_product_id",
                "g,surface,,,city",
                "g,nowhere,,,city",
                "g,,atlantis,,city",
                "g,,,never,city",
                "g,,,,broken",
                "g,,,,")
            .file(
                "fare_transfer_rules.txt",
                "from_leg_group_id,to_leg_group_id,duration_limit,fare_transfer_type",
                "g,g,600,0",
                "x,g,,0",
                "g,g,,7")
            .file(
                "timeframes.txt",
                "timeframe_group_id,start_time,end_time,service_id",
                "peak,09:00:00,07:00:00,wk",
                "peak,07:00:00,09:00:00,nobody")
            .file("stop_areas.txt", "area_id,stop_id", "inner,Z", "atlantis,A");

    FeedFares fares = feed.rules().feed(0);

    assertThat(fares.offers().cents()).containsExactly(190, 100);
    assertThat(fares.legRules().count()).isEqualTo(1);
    assertThat(fares.transferRules().count()).isEqualTo(1);
    Notices notices = feed.notices();
    assertThat(notices.count("fare_undefined_reference")).isEqualTo(9);
    assertThat(notices.count("fare_amount_invalid")).isEqualTo(1);
    assertThat(notices.count("fare_duplicate_id")).isEqualTo(1);
    assertThat(notices.count("fare_currency_invalid")).isEqualTo(1);
    assertThat(notices.count("fare_missing_value")).isEqualTo(2);
    assertThat(notices.count("fare_timeframe_invalid")).isEqualTo(1);
    assertThat(notices.count("fare_transfer_count_missing")).isEqualTo(1);
    assertThat(notices.count("fare_duration_type_missing")).isEqualTo(1);
  }

  @Test
  void theColumnsSurviveTheImage() throws IOException {
    FareRules rules = complete().rules();
    ImageWriter writer = new ImageWriter();
    rules.write(writer);
    Path file = folder.resolve("image");
    writer.write(file);

    Outcome<ImageFile> opened = ImageFile.open(file);
    assertThat(opened).isInstanceOf(Outcome.Done.class);
    FareRules read =
        opened instanceof Outcome.Done<ImageFile>(ImageFile image) ? FareRules.read(image) : rules;

    assertThat(read).isNotSameAs(rules);
    assertThat(read).usingRecursiveComparison().isEqualTo(rules);
  }

  @Test
  void everyNoticeHasATextInBothLanguages() {
    Messages messages = GtfsFares.messages();

    assertThat(messages.codes("it")).isEqualTo(messages.codes("en")).hasSize(17);
    assertThat(
            messages.text(
                Locale.ITALIAN, "fare_route_in_two_networks", List.of("4", "urbano", "metro")))
        .isEqualTo("La linea 4 è nella rete urbano e nella rete metro; si usano entrambe");
  }

  @Test
  void aFeedOfTheTimetableWithoutFilesHasNoFares() {
    new FareFolder(folder);
    Timetable timetable = FareFolder.timetable("t", folder);

    FareRules rules = GtfsFares.read(timetable, Map.of(), new Notices());

    assertThat(rules.feed(0).model()).isEqualTo(FeedFares.Model.NONE);
    assertThat(rules.stations()).hasSize(timetable.stops().count());
  }

  private FareFolder complete() {
    return new FareFolder(folder)
        .file(
            "rider_categories.txt",
            "rider_category_id,rider_category_name,is_default_fare_category",
            "young,Under 26,0",
            "all,Ordinario,1")
        .file(
            "fare_media.txt",
            "fare_media_id,fare_media_name,fare_media_type",
            "app,App,4",
            "paper,Carta,1")
        .file(
            "fare_products.txt",
            "fare_product_id,fare_product_name,fare_media_id,rider_category_id,amount,currency",
            "city,City 100,app,,1.90,EUR",
            "city,City 100,paper,,2.00,EUR",
            "discount,Sconto,,young,-0.50,EUR")
        .file("areas.txt", "area_id,area_name", "inner,Inner", "outer,Outer")
        .file("stop_areas.txt", "area_id,stop_id", "inner,A", "outer,b", "outer,C")
        .file("networks.txt", "network_id,network_name", "surface,Surface", "metro,Metro")
        .file("route_networks.txt", "network_id,route_id", "surface,bus", "metro,metro")
        .file(
            "timeframes.txt",
            "timeframe_group_id,start_time,end_time,service_id",
            "peak,07:00:00,09:00:00,wk")
        .file(
            "fare_leg_rules.txt",
            "leg_group_id,network_id,from_area_id,to_area_id,from_timeframe_group_id,"
                + "to_timeframe_group_id,fare_product_id,rule_priority",
            "g,surface,inner,outer,,,city,",
            "m,metro,,,peak,,city,3")
        .file(
            "fare_leg_join_rules.txt",
            "from_network_id,to_network_id,from_stop_id,to_stop_id",
            "metro,metro,,")
        .file(
            "fare_transfer_rules.txt",
            "from_leg_group_id,to_leg_group_id,transfer_count,duration_limit,duration_limit_type,"
                + "fare_transfer_type,fare_product_id",
            "g,g,2,6000,1,0,",
            "g,m,,,,1,discount");
  }

  private static List<String> areas(FeedFares fares, Timetable timetable, String id) {
    for (int stop = 0; stop < timetable.stops().count(); stop++) {
      if (timetable.stops().ids().get(stop).equals(id)) {
        return java.util.Arrays.stream(fares.places().areasOfStop().row(stop))
            .mapToObj(area -> fares.places().areaIds().get(area))
            .toList();
      }
    }
    throw new IllegalArgumentException(id);
  }
}
