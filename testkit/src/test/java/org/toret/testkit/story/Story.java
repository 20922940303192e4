package org.toret.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.toret.router.raptor.RangeRaptor;
import org.toret.testkit.city.TimetableText;
import org.toret.testkit.oracle.ConnectionScan;
import org.toret.testkit.oracle.JourneySearch;
import org.toret.testkit.oracle.ReferenceRouter;

/// Tells a story to every router: a city, a question, and the journeys expected.
final class Story {

  private final TimetableText city;

  private Story(String text) {
    city = TimetableText.of(text);
  }

  static Story in(String text) {
    return new Story(text);
  }

  /// Asserts that every router answers with exactly these journeys.
  Story expect(String question, String... journeys) {
    routers()
        .forEach((name, router) ->
            assertThat(city.ask(router, question))
                .as("%s: %s", name, question)
                .containsExactly(journeys));
    return this;
  }

  private static Map<String, JourneySearch> routers() {
    Map<String, JourneySearch> routers = new LinkedHashMap<>();
    routers.put("reference", new ReferenceRouter());
    routers.put("connection scan", new ConnectionScan());
    routers.put("raptor", new RangeRaptor()::search);
    return routers;
  }
}
