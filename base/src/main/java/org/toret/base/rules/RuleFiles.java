package org.toret.base.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;

/// Reads tables from files of a city or from the resources that come with the program.
public final class RuleFiles {

  private RuleFiles() {}

  /// Reads the files that can be read; each of the others gets a notice.
  public static List<RuleTable> read(List<Path> files, Notices notices) {
    List<RuleTable> tables = new ArrayList<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      try {
        new RuleTableReader(name, notices).read(Files.readString(file)).ifPresent(tables::add);
      } catch (IOException e) {
        notices.add(
            Notice.of(
                "rule_table_unreadable",
                Severity.ERROR,
                Place.ofFile("", name),
                e.getClass().getSimpleName()));
      }
    }
    return tables;
  }

  /// Reads tables that lie beside a class; one that is missing or faulty is our own fault and
  /// throws.
  public static List<RuleTable> resources(Class<?> anchor, String... names) {
    Notices notices = new Notices();
    List<RuleTable> tables = new ArrayList<>();
    for (String name : names) {
      new RuleTableReader(name, notices).read(resource(anchor, name)).ifPresent(tables::add);
    }
    if (!notices.listAll().isEmpty()) {
      throw new IllegalStateException("Faulty tables beside " + anchor + ": " + notices.listAll());
    }
    return tables;
  }

  private static String resource(Class<?> anchor, String name) {
    try (InputStream in = anchor.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No " + name + " beside " + anchor.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
