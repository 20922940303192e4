package org.toret.app.texts;

import java.util.List;
import java.util.Locale;
import org.toret.app.ask.Problem;
import org.toret.app.city.CityCompiler;
import org.toret.app.data.DataFolder;
import org.toret.app.live.LiveDesk;
import org.toret.base.notice.Messages;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleBook;
import org.toret.feeds.datex.ControlledZones;
import org.toret.feeds.elevation.GeoTiff;
import org.toret.feeds.fivet.FiveT;
import org.toret.feeds.gbfs.GbfsImport;
import org.toret.feeds.gtfs.GtfsImport;
import org.toret.feeds.gtfs.fares.GtfsFares;
import org.toret.feeds.gtfsrt.RealtimeReader;
import org.toret.feeds.osm.OsmImport;
import org.toret.feeds.parking.ParkingJson;
import org.toret.feeds.siri.SiriReader;
import org.toret.mobility.Planner;
import org.toret.network.overlay.LiveOverlay;
import org.toret.router.path.StreetRouter;
import org.toret.router.toll.Tolls;

/// The texts of everything that may be said about data and wishes.
public final class Texts {

  /// The languages in which every text exists, the one of the city's people first.
  public static final List<Locale> LANGUAGES = List.of(Locale.ITALIAN, Locale.ENGLISH);

  private static final String[] CODES = {"it", "en"};

  private Texts() {}

  /// Reads all of them; a few milliseconds.
  public static Messages load() {
    Messages messages =
        new Messages()
            .load(GtfsImport.class, "notices", CODES)
            .load(GtfsFares.class, "fares", CODES)
            .load(GbfsImport.class, "gbfs", CODES)
            .load(RealtimeReader.class, "gtfsrt", CODES)
            .load(SiriReader.class, "siri", CODES)
            .load(LiveDesk.class, "live", CODES)
            .load(LiveOverlay.class, "live", CODES)
            .load(FiveT.class, "fivet", CODES)
            .load(ControlledZones.class, "datex", CODES)
            .load(ParkingJson.class, "parking", CODES)
            .load(RuleBook.class, "rules", CODES)
            .load(Planner.class, "mobility", CODES)
            .load(Problem.class, "problems", CODES)
            .load(DataFolder.class, "notices", CODES)
            .load(CityCompiler.class, "notices", CODES);
    return Tolls.messages(StreetRouter.messages(GeoTiff.messages(OsmImport.messages(messages))));
  }

  /// Why something was refused, in a language.
  public static String of(Messages messages, Locale locale, Outcome.Refused<?> refused) {
    return messages.text(locale, refused.code(), refused.args());
  }
}
