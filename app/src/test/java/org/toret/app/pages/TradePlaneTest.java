package org.toret.app.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Where the points of the picture of trade-offs stand, as a browser draws them.
@Tag("browser")
final class TradePlaneTest {

  private static final String ASKED =
      "/?from=45.0627,7.6785&fromName=Corso+Vittorio&to=demo:lingotto&toName=Lingotto"
          + "&at=2026-09-15T08:15";

  private static final String PLANE =
      """
      async kinds => {
        const middle = (thing) => {
          const box = thing.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        };
        const faults = [];
        const plane = document.querySelector('.plane');
        const scale = plane.getBoundingClientRect().width / 344;
        const choose = (name, kind) => {
          const select = document.querySelector(`select.${name}`);
          select.value = kind;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        };
        for (const across of kinds) {
          for (const up of kinds.filter((kind) => kind !== across)) {
            choose('across', across);
            choose('up', up);
            choose('across', across);
            await new Promise((done) => setTimeout(done, 450));
            const pair = `${across}-${up}`;
            const points = [...plane.querySelectorAll('.point')].map((point) => {
              const way = point.dataset.way;
              const pin = plane.querySelector(`.pin[data-way=${way}]`);
              const card = document.querySelector(`details[data-id=${way}]`);
              const value = (kind) => (card.dataset[kind] === '' ? NaN : Number(card.dataset[kind]));
              return {
                way,
                spot: middle(pin.querySelector('.spot')),
                label: middle(point.querySelector('.shape')),
                leader: pin.querySelector('.leader').getBoundingClientRect(),
                across: value(across),
                up: value(up),
              };
            });
            for (const [axis, coordinate] of [['across', 'x'], ['up', 'y']]) {
              const known = points.filter((point) => !Number.isNaN(point[axis]));
              known.sort((a, b) => a[axis] - b[axis]);
              const first = known[0];
              const last = known[known.length - 1];
              const zero = [...plane.querySelectorAll(`.along.${axis}.${axis === 'across' ? across : up} text`)]
                .find((text) => text.textContent === '0');
              const grid = zero && middle(zero.previousElementSibling)[coordinate];
              const from = zero ? { value: 0, at: grid } : { value: first[axis], at: first.spot[coordinate] };
              const slope = (last.spot[coordinate] - from.at) / (last[axis] - from.value);
              if ((axis === 'across') !== slope > 0) {
                faults.push(`${pair} ${axis} runs the wrong way`);
              }
              for (const point of known) {
                const expected = from.at + slope * (point[axis] - from.value);
                if (Math.abs(expected - point.spot[coordinate]) > 1.2) {
                  faults.push(`${pair} ${point.way} ${axis}: ${point.spot[coordinate]} is not ${expected}`);
                }
              }
            }
            for (const { way, spot, label, leader } of points) {
              const far = Math.hypot(label.x - spot.x, label.y - spot.y);
              if (far > 52 * scale + 1) {
                faults.push(`${pair} ${way} label ${far} px away`);
              }
              const ends = Math.hypot(leader.width, leader.height);
              const begins = middle({ getBoundingClientRect: () => leader });
              const between = { x: (spot.x + label.x) / 2, y: (spot.y + label.y) / 2 };
              const off = Math.hypot(begins.x - between.x, begins.y - between.y);
              if (far > 1 && (Math.abs(ends - far) > 4 || off > 2)) {
                faults.push(`${pair} ${way} line of ${ends} px for ${far} px, ${off} px off`);
              }
            }
          }
        }
        return faults;
      }
      """;

  private static SampleServer server;
  private static Browser browser;

  @BeforeAll
  static void start() {
    server = SampleServer.start(0);
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
  }

  /// By what the cards say: values lie in proportion along each axis, from its mark of 0 where it
  /// has one; a label stands upon its point, or near it at the end of a line that leads there.
  @Test
  @Tag("UI-21")
  void everyPointStandsAtItsCostsAndItsLabelUponItOrAtTheEndOfALine() {
    for (Browser.Reader reader :
        List.of(Browser.Reader.atDesk("it"), Browser.Reader.onPhone("it"))) {
      try (var visit = browser.visit(reader).withoutMap()) {
        Page page = visit.page();
        page.navigate(server.url() + ASKED);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        if (page.locator(".compare").isVisible()) {
          page.locator(".compare").click();
        }
        Object faults = page.evaluate(PLANE, List.of("time", "fare", "energy", "emissions"));
        assertThat(page.locator(".plane .pin")).hasCount(6);
        Assertions.assertThat((List<?>) faults).isEmpty();
      }
    }
  }
}
