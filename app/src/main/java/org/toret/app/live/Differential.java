package org.toret.app.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.toret.feeds.gtfsrt.Alert;
import org.toret.feeds.gtfsrt.FeedMessage;
import org.toret.feeds.gtfsrt.TripUpdate;
import org.toret.feeds.gtfsrt.VehiclePosition;

/// Messages that tell only what has changed, put on what was said before: an entity replaces the
/// one of its id, and deleted ones go.
final class Differential {

  private Differential() {}

  static FeedMessage onto(FeedMessage before, FeedMessage message) {
    if (message.header().incrementality() != FeedMessage.Incrementality.DIFFERENTIAL) {
      return message;
    }
    Set<String> gone = new HashSet<>(message.deletedEntityIds());
    return new FeedMessage(
        message.header(),
        message.isWhole(),
        joined(before.tripUpdates(), message.tripUpdates(), TripUpdate::entityId, gone),
        joined(
            before.vehiclePositions(), message.vehiclePositions(), VehiclePosition::entityId, gone),
        joined(before.alerts(), message.alerts(), Alert::entityId, gone),
        message.tripModifications(),
        message.shapes(),
        message.stops(),
        List.of());
  }

  private static <T> List<T> joined(
      List<T> before, List<T> after, Function<T, String> id, Set<String> gone) {
    Map<String, T> byId = new LinkedHashMap<>();
    before.forEach(entity -> byId.put(id.apply(entity), entity));
    after.forEach(entity -> byId.put(id.apply(entity), entity));
    gone.forEach(byId::remove);
    return new ArrayList<>(byId.values());
  }
}
