package org.toret.feeds.osm;

import com.graphhopper.reader.ReaderElement;
import java.util.Optional;
import java.util.Set;
import org.toret.base.geo.GeoPoint;
import org.toret.network.parking.CarPark;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.CarParksBuilder;

/// Which OpenStreetMap objects are car parks that anybody may use (*Tag:amenity=parking*). Places
/// along the kerb are none: cars are left there anyway.
final class ParkingTags {

  private static final Set<String> ACCESS = Set.of("", "yes", "public", "permissive");
  private static final Set<String> KERB =
      Set.of("street_side", "lane", "on_kerb", "half_on_kerb", "shoulder", "layby");
  private static final Set<String> COVERED =
      Set.of("underground", "multi-storey", "garage", "garages", "sheds", "carports");

  private ParkingTags() {}

  static boolean isPark(ReaderElement element) {
    return element.hasTag("amenity", "parking")
        && ACCESS.contains(element.getTag("access", ""))
        && !KERB.contains(element.getTag("parking", ""));
  }

  static CarPark park(ReaderElement element, GeoPoint point) {
    String kind = element.getType() == ReaderElement.Type.NODE ? "node/" : "way/";
    return new CarPark(
        CarParksBuilder.MAP + ":" + kind + element.getId(),
        FeatureTags.name(element),
        point,
        capacity(element.getTag("capacity", "")).orElse(-1),
        flags(element));
  }

  private static int flags(ReaderElement element) {
    String fee = element.getTag("fee", "");
    String ride = element.getTag("park_ride", "no");
    int money = fee.equals("no") ? CarParks.FREE : fee.isEmpty() ? 0 : CarParks.FEE;
    return money
        | (ride.equals("no") ? 0 : CarParks.PARK_AND_RIDE)
        | (COVERED.contains(element.getTag("parking", "")) ? CarParks.COVERED : 0);
  }

  private static Optional<Integer> capacity(String text) {
    return text.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
