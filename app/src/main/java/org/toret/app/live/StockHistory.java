package org.toret.app.live;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.toret.app.keep.LiveView;
import org.toret.app.keep.OpenCity;
import org.toret.network.forecast.History;
import org.toret.network.forecast.HistoryRecorder;
import org.toret.network.forecast.Outlook;
import org.toret.network.parking.ParkingState;
import org.toret.network.sharing.Availability;

/// Keeps how stations and car parks were at each hour, in one file of the state folder: about 1.2
/// kB for each count that is watched, written when an hour is over. The hour under way is lost when
/// the server stops.
final class StockHistory {

  private final Function<OpenCity, Optional<Path>> file;
  private @Nullable HistoryRecorder recorder;
  private @Nullable Availability lastSharing;
  private @Nullable ParkingState lastParking;

  /// @param file where it is kept for a city, empty for nowhere
  StockHistory(Function<OpenCity, Optional<Path>> file) {
    this.file = file;
  }

  /// The view with what is known of earlier times; what is told now becomes part of it.
  LiveView lay(LiveView view, OpenCity city) {
    HistoryRecorder known = recorder;
    if (known == null) {
      known =
          new HistoryRecorder(
              file.apply(city).map(StockHistory::read).orElse(History.NONE),
              city.zone(),
              city.city().info().country());
      recorder = known;
    }
    Availability told = view.stock().sharing();
    Availability sharing = told == null ? city.recorded() : told;
    ParkingState places = view.stock().parking();
    ParkingState parking = places == null ? city.recordedParking() : places;
    boolean over = sharing != lastSharing && observe(known, city, sharing);
    over |= parking != lastParking && observe(known, city, parking);
    lastSharing = sharing;
    lastParking = parking;
    if (over) {
      History history = known.history();
      file.apply(city)
          .ifPresent(path ->
              kept(path)
                  .write(out -> {
                    try (DataOutputStream whole = new DataOutputStream(out)) {
                      history.write(whole);
                    }
                  }));
    }
    return view.with(view.stock().withHistory(known.history()));
  }

  private static boolean observe(HistoryRecorder recorder, OpenCity city, Availability now) {
    boolean over = false;
    var stations = city.city().sharing().stations();
    for (int station = 0; station < stations.count(); station++) {
      long at = now.atEpochSeconds()[now.systems()[station]];
      if (now.isKnown(station) && at != Availability.NEVER) {
        String id = stations.ids().get(station);
        int vehicles = Math.max(now.vehicles()[station], now.vehiclesByType().sum(station));
        over |= recorder.observe(Outlook.vehicles(id), at, Math.max(0, vehicles));
        if (now.docks()[station] >= 0) {
          over |= recorder.observe(Outlook.docks(id), at, now.docks()[station]);
        }
      }
    }
    return over;
  }

  private static boolean observe(HistoryRecorder recorder, OpenCity city, ParkingState now) {
    boolean over = false;
    var parks = city.city().parking();
    for (int park = 0; park < parks.count(); park++) {
      if (now.knows(park) && now.free()[park] >= 0 && !now.closed()[park]) {
        String store = Outlook.places(parks.ids().get(park));
        over |= recorder.observe(store, now.atEpochSeconds()[park], now.free()[park]);
      }
    }
    return over;
  }

  private static History read(Path path) {
    History[] read = {History.NONE};
    kept(path).read(in -> read[0] = History.read(new DataInputStream(in)));
    return read[0];
  }

  private static KeptFile kept(Path path) {
    return new KeptFile(path, path.resolveSibling(path.getFileName() + ".broken"));
  }
}
