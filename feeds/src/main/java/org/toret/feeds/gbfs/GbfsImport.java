package org.toret.feeds.gbfs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.network.sharing.FormFactor;
import org.toret.network.sharing.SharingBuilder;
import org.toret.network.sharing.SharingRows.PlanRow;
import org.toret.network.sharing.SharingRows.StationRow;
import org.toret.network.sharing.SharingRows.SystemRow;
import org.toret.network.sharing.SharingRows.TypeRow;
import tools.jackson.databind.JsonNode;

/// Reads what is lasting about one system: its types, stations, prices and zones.
///
/// Everything that is wrong is a notice, and the rest is used. Not read: opening hours and
/// calendars (the vehicles count as available at all hours, which is noted), areas of virtual
/// stations, rental links.
public final class GbfsImport {

  private GbfsImport() {}

  /// How much of a system is used.
  public record Summary(int stations, int types, int plans, int zones) {}

  /// Reads a folder. Refused as `gbfs_no_system` when it names no system.
  public static Outcome<Summary> read(
      String feed, Path path, SharingBuilder builder, Notices notices) {
    try {
      return read(GbfsFolder.open(feed, path, notices), builder);
    } catch (IOException e) {
      return Outcome.refused("gbfs_unreadable", path, String.valueOf(e.getMessage()));
    }
  }

  private static Outcome<Summary> read(GbfsFolder folder, SharingBuilder builder) {
    Optional<GbfsFolder.Content> system = folder.find("system_information");
    String systemId = system.map(found -> Fields.text(found.data(), "system_id")).orElse("");
    if (system.isEmpty() || systemId.isEmpty()) {
      return Outcome.refused("gbfs_no_system", folder.feed());
    }
    noteHours(folder, system.get());
    List<StationRow> stations = new StationReader(folder).read();
    List<PlanRow> plans = new PlanReader(folder).read();
    List<TypeRow> types = new TypeReader(folder, plans, !stations.isEmpty()).read();
    for (TypeRow type : types) {
      if (type.form() == FormFactor.MOPED || type.form() == FormFactor.OTHER) {
        folder.note("gbfs_form_not_planned", Severity.INFO, "", type.id(), type.form());
      }
    }
    var zones =
        new ZoneReader(folder, types.stream().map(TypeRow::id).collect(Collectors.toSet())).read();
    JsonNode data = system.get().data();
    String licence = Fields.text(data, "license_id");
    builder.add(
        new SystemRow(
            folder.feed(),
            systemId,
            Fields.text(data, "name"),
            system.get().version(),
            licence.isEmpty() ? Fields.text(data, "license_url") : licence,
            Fields.text(data, "url")),
        types,
        stations,
        plans,
        zones);
    return Outcome.done(new Summary(stations.size(), types.size(), plans.size(), zones.size()));
  }

  private static void noteHours(GbfsFolder folder, GbfsFolder.Content system) {
    String hours = Fields.text(system.data(), "opening_hours");
    boolean always = hours.isEmpty() || hours.equals("24/7");
    if (!always || folder.find("system_hours").isPresent()) {
      folder.note("gbfs_hours_not_used", Severity.INFO, system.file(), hours);
    }
  }
}
