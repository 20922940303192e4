package org.toret.feeds.siri;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.toret.base.columns.TextColumn;
import org.toret.network.timetable.Timetable;

/// Finds what references mean in the ids of one timetable feed.
///
/// An id and a reference mean the same where they are equal, or where they are after NeTEx frames
/// are taken off either: `IT:ITC1:ScheduledStopPoint:busATS:059642` (Italian profile: country,
/// region, type, codespace, id) and `NSR:Quay:123` (codespace, type, id) mean `059642` and `123`;
/// what `059642` alone means can be found the other way. A form that several ids share means none.
/// References of journeys may end with their date.
///
/// Made once for a timetable and a feed: some 100 bytes for each trip.
final class SiriIds {

  /// A reference that ends with a date.
  static final String DATED = ".+[:_-]\\d{4}-\\d\\d-\\d\\d";

  private static final Pattern DATE = Pattern.compile("[:_-]\\d{4}-\\d\\d-\\d\\d$");
  private static final Pattern TYPE = Pattern.compile("[A-Z][a-z]+(?:[A-Z][a-z]+)*");
  private static final int SEVERAL = -2;

  private final Map<String, Integer> trips = new HashMap<>();
  private final Map<String, Integer> stops = new HashMap<>();
  private final Map<String, Integer> routes = new HashMap<>();

  SiriIds(Timetable timetable, String feed) {
    String prefix = feed + ":";
    index(timetable.trips().ids(), prefix, trips);
    index(timetable.stops().ids(), prefix, stops);
    index(timetable.routes().ids(), prefix, routes);
  }

  /// Row of a trip, -1 where none is known.
  int trip(String ref) {
    int found = find(trips, ref);
    return found < 0 ? find(trips, DATE.matcher(ref).replaceFirst("")) : found;
  }

  int stop(String ref) {
    return find(stops, ref);
  }

  int route(String ref) {
    return find(routes, ref);
  }

  private static int find(Map<String, Integer> index, String ref) {
    for (String form : forms(ref)) {
      Integer row = index.get(form);
      if (row != null && row >= 0) {
        return row;
      }
    }
    return -1;
  }

  /// Whole ids go before forms of others.
  private static void index(TextColumn ids, String prefix, Map<String, Integer> index) {
    Map<String, Integer> shorter = new HashMap<>();
    for (int row = 0; row < ids.size(); row++) {
      if (ids.get(row).startsWith(prefix)) {
        List<String> forms = forms(ids.get(row).substring(prefix.length()));
        index.put(forms.getFirst(), row);
        for (String form : forms.subList(1, forms.size())) {
          shorter.merge(form, row, (a, b) -> SEVERAL);
        }
      }
    }
    shorter.forEach(index::putIfAbsent);
  }

  /// What a reference may be called, from the whole to the shortest; at least the whole.
  static List<String> forms(String ref) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(ref);
    String[] parts = ref.split(":", -1);
    for (int i = 1; i < parts.length - 1; i++) {
      if (TYPE.matcher(parts[i]).matches()) {
        for (int from = i + 1; from < parts.length; from++) {
          forms.add(String.join(":", List.of(parts).subList(from, parts.length)));
        }
        break;
      }
    }
    return new ArrayList<>(forms);
  }
}
