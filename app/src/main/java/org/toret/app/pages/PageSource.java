package org.toret.app.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.toret.app.pages.board.FeedCard;
import org.toret.app.pages.board.LineCourse;
import org.toret.app.pages.board.LiveRow;
import org.toret.app.pages.board.StopBoard;
import org.toret.app.pages.frame.Words;
import org.toret.app.search.FoundPlace;
import org.toret.base.geo.GeoPoint;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.mobility.plan.PlanAnswer;
import org.toret.mobility.plan.PlanRequest;

/// What the pages ask of the city, in the languages' own words where `language` is a parameter.
///
/// Every method reads one consistent view of the city; the view may be another one at the next
/// call. All are safe for use by many threads.
public interface PageSource {

  /// The city as a whole.
  CityFacts city();

  /// Alternatives for a question, or why it cannot be answered.
  Outcome<PlanAnswer> plan(PlanRequest request);

  /// Places whose names answer what was typed, best first.
  List<FoundPlace> search(String typed, int atMost);

  /// The name of the street or else the stop that a point is by; empty where there is none near.
  Optional<String> nameNear(GeoPoint point, String language);

  /// The departures of a stop or of all stops of a station, soonest first; empty if there is no
  /// such stop.
  Optional<StopBoard> board(String stop, Instant from, int atMost, String language);

  /// The sources of live messages, in words.
  List<LiveRow> live(Words words);

  /// What is wrong with what live messages tell now.
  default List<Notices.Tally> liveNotices() {
    return List.of();
  }

  /// A line on a day; empty if there is no such line.
  Optional<LineCourse> line(String route, LocalDate day, String language);

  /// Every feed in use or refused.
  List<FeedCard> feeds();
}
