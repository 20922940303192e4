package org.toret.app.city;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.toret.app.data.SourceKind;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;
import org.toret.feeds.gbfs.GbfsFolder;
import org.toret.feeds.gbfs.GbfsImport;
import org.toret.feeds.gbfs.GbfsStatus;
import org.toret.network.sharing.Availability;
import org.toret.network.sharing.AvailabilityBuilder;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingBuilder;

/// Reads the sharing systems of a city: of several versions of one system the newest.
public final class SharingStep {

  private final Inputs inputs;
  private final Notices notices;

  SharingStep(Inputs inputs, Notices notices) {
    this.inputs = inputs;
    this.notices = notices;
  }

  private record Version(Inputs.Input input, GbfsFolder.Head head) {}

  Sharing run() {
    SharingBuilder builder = new SharingBuilder();
    for (Inputs.Input input : newest()) {
      String feed = input.source().id();
      Outcome<GbfsImport.Summary> outcome =
          GbfsImport.read(feed, input.source().path(), builder, notices);
      if (outcome instanceof Outcome.Refused<GbfsImport.Summary>(String code, var args)) {
        notices.add(new Notice(code, Severity.ERROR, Place.ofFeed(feed), args));
      }
    }
    Sharing sharing = builder.build();
    availability(inputs, sharing, notices);
    return sharing;
  }

  /// What the files in the folder say is available, whenever that was.
  public static Availability availability(Inputs inputs, Sharing sharing, Notices notices) {
    AvailabilityBuilder builder = new AvailabilityBuilder(sharing);
    for (Inputs.Input input : inputs.list(SourceKind.GBFS)) {
      int system = sharing.systems().find(input.source().id());
      if (system >= 0) {
        GbfsStatus.read(input.source().path(), sharing, system, builder, notices);
      }
    }
    return builder.build();
  }

  private List<Inputs.Input> newest() {
    Map<String, Version> bySystem = new LinkedHashMap<>();
    for (Inputs.Input input : inputs.list(SourceKind.GBFS)) {
      Version version = new Version(input, head(input));
      String system = version.head().systemId();
      Version other = bySystem.get(system);
      if (system.isEmpty() || other == null) {
        bySystem.put(system.isEmpty() ? input.source().id() : system, version);
      } else if (version.head().isNewerThan(other.head())) {
        note(other, version);
        bySystem.put(system, version);
      } else {
        note(version, other);
      }
    }
    return bySystem.values().stream().map(Version::input).toList();
  }

  private static GbfsFolder.Head head(Inputs.Input input) {
    try {
      return GbfsFolder.open(input.source().id(), input.source().path(), new Notices()).head();
    } catch (IOException e) {
      return new GbfsFolder.Head("", "");
    }
  }

  private void note(Version left, Version used) {
    notices.add(
        Notice.of(
            "gbfs_other_version",
            Severity.INFO,
            Place.ofFile(left.input().source().id(), left.input().source().name()),
            left.input().source().name(),
            used.input().source().name(),
            used.head().version()));
  }
}
