package org.toret.app.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.toret.app.data.DataFolder;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.rules.RuleTable;
import org.toret.base.rules.RuleTableReader;

/// The rule tables that a city brings, as `city.yaml` names them. Their rows stand in for ours.
public final class CityRules {

  private CityRules() {}

  /// Reads the tables; what is wrong in them is a notice.
  public static List<RuleTable> read(DataFolder folder, Notices notices) {
    List<RuleTable> tables = new ArrayList<>();
    for (String name : folder.config().rules()) {
      Path file = folder.root().resolve(name);
      try {
        new RuleTableReader(name, notices).read(Files.readString(file)).ifPresent(tables::add);
      } catch (IOException e) {
        Place place = Place.ofFile("", name);
        notices.add(Notice.of("rules_unreadable", Severity.ERROR, place, name, e.getMessage()));
      }
    }
    return tables;
  }
}
