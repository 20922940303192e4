package org.toret.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The whole fronts of a set of questions, and how two such sets differ.
///
/// @param byQuestion the alternatives of each question, by its name
record Fronts(Map<String, List<Point>> byQuestion) {

  /// Asks a version everything, unmeasured.
  static Fronts ask(Served served, List<Example> examples)
      throws IOException, InterruptedException {
    Map<String, List<Point>> answers = new LinkedHashMap<>();
    for (Example example : examples) {
      answers.put(example.name(), served.ask(example, 0));
    }
    return new Fronts(answers);
  }

  /// Reads what [#write] wrote: `= question`, then a point a line.
  static Fronts read(Path file) throws IOException {
    Map<String, List<Point>> answers = new LinkedHashMap<>();
    List<Point> points = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("= ")) {
        points = new ArrayList<>();
        answers.put(line.substring(2), points);
      } else if (!line.startsWith("#") && !line.isBlank()) {
        points.add(Point.parse(line));
      }
    }
    return new Fronts(answers);
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# group departure arrival transfers cents wattHours gramsCO2e modes; >: known part");
    byQuestion.forEach((question, points) -> {
      lines.add("= " + question);
      points.stream().map(Point::line).sorted().forEach(lines::add);
    });
    Files.write(file, lines);
  }

  /// Prints every question in which another set differs; returns how many do.
  int printDifferences(Fronts other, PrintStream out) {
    int differing = 0;
    for (String question : byQuestion.keySet()) {
      TreeSet<String> here = lines(this, question);
      TreeSet<String> there = lines(other, question);
      if (here.equals(there)) {
        continue;
      }
      differing++;
      out.printf("%s: %d before, %d after%n", question, here.size(), there.size());
      here.stream()
          .filter(line -> !there.contains(line))
          .forEach(line -> out.println("  - " + line));
      there.stream()
          .filter(line -> !here.contains(line))
          .forEach(line -> out.println("  + " + line));
    }
    return differing;
  }

  private static TreeSet<String> lines(Fronts fronts, String question) {
    TreeSet<String> lines = new TreeSet<>();
    fronts.byQuestion.getOrDefault(question, List.of()).forEach(point -> lines.add(point.line()));
    return lines;
  }
}
