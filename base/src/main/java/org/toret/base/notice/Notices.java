package org.toret.base.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects notices without growing with the fault: every notice is counted, the first
/// [#EXAMPLES_PER_CODE] of each code and feed are kept whole. Not thread-safe.
public final class Notices {

  /// How many notices of one code and one feed are kept word for word.
  public static final int EXAMPLES_PER_CODE = 50;

  private final Map<String, Tally> tallies = new TreeMap<>();

  /// All notices of one code in one feed.
  ///
  /// @param count how many there were in all
  /// @param examples the first of them
  public record Tally(String code, Severity severity, long count, List<Notice> examples) {}

  /// Counts a notice, and keeps it while there are few of its kind.
  public void add(Notice notice) {
    tallies.merge(key(notice.code(), notice.place().feed()), first(notice), Notices::joined);
  }

  /// Counts all notices of another collection here.
  public void addAll(Notices others) {
    others.tallies.forEach((key, tally) -> tallies.merge(key, tally, Notices::joined));
  }

  /// Takes back what turned out not to be so of a feed.
  public void remove(String code, String feed) {
    tallies.remove(key(code, feed));
  }

  /// Puts back a tally that was stored.
  public void add(Tally tally) {
    String feed = tally.examples().isEmpty() ? "" : tally.examples().getFirst().place().feed();
    tallies.merge(key(tally.code(), feed), tally, Notices::joined);
  }

  /// Every tally, worst first, then by code.
  public List<Tally> listAll() {
    return tallies.values().stream()
        .sorted(Comparator.comparing(Tally::severity).reversed().thenComparing(Tally::code))
        .toList();
  }

  /// How many notices of a severity there were.
  public long count(Severity severity) {
    return tallies.values().stream()
        .filter(tally -> tally.severity() == severity)
        .mapToLong(Tally::count)
        .sum();
  }

  /// How many notices of a code there were, over all feeds.
  public long count(String code) {
    return sum(tallies.values(), code);
  }

  /// Whether anything was left out for want of usable data.
  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  private static long sum(Collection<Tally> tallies, String code) {
    return tallies.stream().filter(t -> t.code().equals(code)).mapToLong(Tally::count).sum();
  }

  private static String key(String code, String feed) {
    return code + "\0" + feed;
  }

  private static Tally first(Notice notice) {
    return new Tally(notice.code(), notice.severity(), 1, List.of(notice));
  }

  private static Tally joined(Tally a, Tally b) {
    List<Notice> examples = a.examples();
    if (examples.size() < EXAMPLES_PER_CODE) {
      examples = new ArrayList<>(a.examples());
      b.examples().stream()
          .limit((long) EXAMPLES_PER_CODE - a.examples().size())
          .forEach(examples::add);
    }
    return new Tally(a.code(), a.severity(), a.count() + b.count(), examples);
  }
}
