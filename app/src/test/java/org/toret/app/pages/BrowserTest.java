package org.toret.app.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages as people use them, in a real browser, over the sample city.
@Tag("browser")
final class BrowserTest {

  private static final String ASKED =
      "/?from=45.0627,7.6785&fromName=Corso+Vittorio&to=demo:lingotto&toName=Lingotto"
          + "&at=2026-09-15T08:15";
  private static final long BYTES_BEFORE_THE_MAP = 300_000;

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

  @ParameterizedTest
  @CsvSource({
    "/, 360, false, it",
    "asked, 360, true, it",
    "asked, 1280, false, en",
    "needs, 360, false, it",
    "/stop/demo:porta-nuova, 360, true, it",
    "/line/demo:M1, 360, false, en",
    "/network, 360, false, it"
  })
  @Tag("UI-04")
  void noPageHasBarriersNorScrollsSideways(String path, int width, boolean dark, String language) {
    try (var visit = browser.visit(new Browser.Reader(width, dark, language, true))) {
      String needs = ASKED + "&holds=demo:month&persons=3&avoidStairs=true&vehicle=diesel:5";
      Page page = open(visit, Map.of("asked", ASKED, "needs", needs).getOrDefault(path, path));
      page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
      page.evaluate("() => document.querySelectorAll('.compare input').forEach(c => c.click())");
      assertThat(visit.barriers()).isEmpty();
      assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      assertThat(visit.errors()).isEmpty();
      assertThat(visit.elsewhere(server.url())).isEmpty();
    }
  }

  @Test
  @Tag("UI-04")
  void aQuestionIsAskedWithTheKeyboardAlone() {
    try (var visit = browser.visit(Browser.Reader.atDesk("it")).withoutMap()) {
      Page page = open(visit, "/");
      page.focus("#from");
      page.keyboard().type("porta");
      assertThat(page.locator("#from-list [role=option]")).hasCount(2);
      assertThat(page.locator(".status")).containsText("2 suggerimenti");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowDown");
      assertThat(page.locator("#from")).hasAttribute("aria-activedescendant", "from-list-1");
      page.keyboard().press("Enter");
      assertThat(page.locator("#from")).hasValue("Porta Nuova FS");
      page.focus("#to");
      page.keyboard().type("lingotto");
      page.keyboard().press("Enter");
      assertThat(page.locator(".results h2")).isFocused();
      assertThat(page.locator(".status")).hasText("6 alternative");
      assertThat(page.url()).contains("from=demo:porta-nuova", "to=demo:lingotto");
      assertThat(visit.errors()).isEmpty();
    }
  }

  @Test
  void theAddressHoldsEverythingSoThatItCanBeShared() {
    try (var visit = browser.visit(Browser.Reader.atDesk("it")).withoutMap()) {
      Page page = open(visit, ASKED);
      page.locator(".asked button").click();
      page.locator("[name=when][value=arrive]").check();
      page.locator("summary", new Page.LocatorOptions().setHasText("Opzioni")).click();
      page.locator("[name=modes][value=car]").uncheck();
      page.locator("[name=wheelchair]").check();
      page.locator("form .primary").click();
      assertThat(page.locator("#alternative-6")).hasCount(0);
      String address = page.url();
      assertThat(address).contains("arriveBy=true", "wheelchair=true", "at=2026-09-15T08:15");
      Page again = open(visit, address.substring(server.url().length()));
      assertThat(again.locator("details.alternative")).hasCount(4);
      assertThat(again.locator("[name=when][value=arrive]")).isChecked();
      assertThat(again.locator(".ask [name=wheelchair]")).isChecked();
    }
  }

  @Test
  void alternativesAreSortedFilteredAndOpenedInPlace() {
    try (var visit = browser.visit(Browser.Reader.onPhone("it")).withoutMap()) {
      Page page = open(visit, ASKED);
      page.locator("a[data-sort=energy]").click();
      assertThat(page.locator("details.alternative").last()).hasAttribute("data-id", "a-car");
      page.locator("a[data-group=public]").click();
      assertThat(page.locator("details.alternative:visible")).hasCount(3);
      assertThat(page).hasURL(java.util.regex.Pattern.compile("sort=energy&group=public"));
      page.locator("details.alternative:visible > summary").first().click();
      assertThat(page.locator("details.alternative[open]")).hasCount(1);
      assertThat(page.locator("details.alternative[open] .legs")).isVisible();
    }
  }

  @Test
  void passesPeopleAndPlacesToPassGoIntoTheAddress() {
    try (var visit = browser.visit(Browser.Reader.onPhone("it")).withoutMap()) {
      Page page = open(visit, ASKED);
      page.locator(".asked button").click();
      page.locator(".add-via").click();
      assertThat(page.locator("#via-1")).isFocused();
      page.keyboard().type("piazza");
      page.locator("#via-1-list [role=option]").click();
      page.locator(".ask .more summary").click();
      page.locator("[name=holds][value='demo:month']").check();
      page.locator("#persons").selectOption("3");
      page.locator("form .primary").first().click();
      assertThat(page.locator(".asked strong")).containsText("Piazza San Carlo");
      assertThat(page.url()).contains("via=45.06", "holds=demo:month", "persons=3");
      Page again = open(visit, page.url().substring(server.url().length()));
      again.locator(".asked button").click();
      assertThat(again.locator(".told")).containsText("2");
      assertThat(again.locator(".ask [name=holds][value='demo:month']")).isChecked();
      again.locator(".field.via .here").click();
      assertThat(again.locator(".field.via")).hasCount(0);
      assertThat(again.locator(".add-via")).isFocused();
      assertThat(visit.barriers()).isEmpty();
    }
  }

  @Test
  void theAxesOfThePictureAreChosenAndStayInTheAddress() {
    try (var visit = browser.visit(Browser.Reader.atDesk("it")).withoutMap()) {
      Page page = open(visit, ASKED);
      double before = left(page, "a-metro");
      page.locator("select.across").selectOption("energy");
      assertThat(page).hasURL(java.util.regex.Pattern.compile("plane=energy,emissions"));
      assertThat(left(page, "a-metro")).isLessThan(before);
      page.locator("select.up").selectOption("energy");
      assertThat(page.locator("select.across")).not().hasValue("energy");
      page.locator("a.again").first().click();
      assertThat(page).hasURL(java.util.regex.Pattern.compile("page=.*plane=time,energy"));
      assertThat(page.locator("select.up")).hasValue("energy");
      assertThat(visit.errors()).isEmpty();
    }
  }

  @Test
  @Tag("UI-04")
  void thePictureIsWalkedByKeyboardAndOpensTheCard() {
    try (var visit = browser.visit(Browser.Reader.atDesk("it")).withoutMap()) {
      Page page = open(visit, ASKED);
      page.locator(".point[tabindex='0']").focus();
      page.keyboard().press("ArrowRight");
      String second = String.valueOf(page.evaluate("() => document.activeElement.dataset.way"));
      assertThat(page.locator("details.alternative.hinted")).hasAttribute("data-id", second);
      assertThat(page.locator(".readout")).containsText("19 min");
      page.keyboard().press("Enter");
      assertThat(page.locator("details.alternative[open]")).hasAttribute("data-id", second);
      page.locator("details[data-id=a-car] > summary").hover();
      assertThat(page.locator(".point.hinted")).hasAttribute("data-way", "a-car");
    }
  }

  @Test
  void theSlidersOrderTheListAndTheAddressKeepsThem() {
    try (var visit = browser.visit(Browser.Reader.onPhone("it")).withoutMap()) {
      Page page = open(visit, ASKED);
      assertThat(page.locator(".plane")).isHidden();
      page.locator(".compare").click();
      assertThat(page.locator(".plane")).isVisible();
      page.locator(".trade summary").first().click();
      page.locator("[name=weightEnergy]").fill("4");
      assertThat(page.locator("details.alternative").nth(1)).hasAttribute("data-id", "a-walk");
      assertThat(page.locator("[name=weightEnergy]")).hasAttribute("aria-valuetext", "moltissimo");
      assertThat(page.locator("a[data-sort=matters]")).hasAttribute("aria-current", "true");
      List<Object> script = order(page);
      page.reload();
      assertThat(order(page)).isEqualTo(script);
      page.locator(".compare").click();
      page.locator("[name=weightEnergy]").fill("0");
      assertThat(page.locator("a[data-sort=matters]")).isHidden();
      assertThat(page.url()).doesNotContain("weight");
    }
  }

  private static List<Object> order(Page page) {
    return List.of(
        page.evaluate(
            "() => [...document.querySelectorAll('details.alternative')].map(d => d.dataset.id)"));
  }

  private static double left(Page page, String way) {
    Object x =
        page.evaluate(
            "way => document.querySelector(`[data-way=${way}] rect`).getBoundingClientRect().x",
            way);
    return ((Number) x).doubleValue();
  }

  @Test
  void theMapDrawsTheAnswerAndTakesAPlaceByKeyboard() {
    try (var visit = browser.visit(Browser.Reader.atDesk("it"))) {
      Page page = open(visit, "/");
      page.waitForSelector(".map[data-ready]");
      page.focus(".map canvas");
      page.keyboard().press("Enter");
      assertThat(page.locator(".pick button").first()).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#from")).hasValue(java.util.regex.Pattern.compile("presso .+"));
      assertThat(page.locator(".journey-end.from")).isVisible();
      open(visit, ASKED).waitForSelector(".map[data-ready]");
      assertThat(page.locator(".journey-end.to")).isVisible();
      assertThat(visit.errors()).isEmpty();
    }
  }

  @Test
  void theMapShowsHowFarOneGetsWithALegend() {
    try (var visit = browser.visit(Browser.Reader.atDesk("it"))) {
      Page page = open(visit, "/");
      page.waitForSelector(".map[data-ready]");
      page.focus(".map canvas");
      page.keyboard().press("Enter");
      page.locator(".pick button").last().click();
      assertThat(page.locator(".reach li")).hasCount(3);
      assertThat(page.locator(".reach li").first()).hasText("entro 15 min3 km²");
      assertThat(page.locator(".reach p").first()).hasText("Partenza alle 08:14");
      assertThat(page.locator(".reach .notices p")).hasText("Al massimo 2500 m a piedi.");
      page.locator(".reach select").selectOption("bike");
      assertThat(page.locator(".reach li").first()).hasText("entro 15 min1,5 km²");
      assertThat(visit.barriers()).isEmpty();
      page.keyboard().press("Escape");
      assertThat(page.locator(".reach")).isHidden();
      assertThat(page.locator(".map canvas")).isFocused();
      assertThat(visit.errors()).isEmpty();
    }
  }

  @Test
  void withoutScriptTheFormStillAsks() {
    try (var visit = browser.visit(Browser.Reader.onPhone("it").withoutScript())) {
      Page page = open(visit, "/");
      page.fill("#from", "Porta Nuova");
      page.fill("#to", "Lingotto");
      page.click("form .primary");
      assertThat(page.locator("details.alternative")).hasCount(6);
      page.locator("#alternative-1 > summary").click();
      assertThat(page.locator("#alternative-1 .legs")).isVisible();
      page.locator(".compare").click();
      assertThat(page.locator(".plane .front.time-emissions")).isVisible();
      page.locator("select.across").selectOption("fare");
      assertThat(page.locator(".plane .front.time-emissions")).isHidden();
      assertThat(page.locator(".plane .front.fare-emissions")).isVisible();
    }
  }

  @ParameterizedTest
  @CsvSource({"/stop/demo:porta-nuova", "/line/demo:M1"})
  void aStopAndALineHaveAMapThatIsGoneWithoutScript(String path) {
    try (var visit = browser.visit(Browser.Reader.atDesk("it"))) {
      Page page = open(visit, path);
      assertThat(page.locator(".small-map[data-ready] canvas")).isVisible();
      assertThat(visit.errors()).isEmpty();
    }
    try (var visit = browser.visit(Browser.Reader.atDesk("it").withoutScript())) {
      Page page = open(visit, path);
      assertThat(page.locator(".small-map")).isHidden();
      assertThat(page.locator("main a[href^='/line/'], main a[href^='/stop/']").first())
          .isVisible();
    }
  }

  @Test
  void darkAndLightAreSwitchedInPlaceAndRemembered() {
    try (var visit = browser.visit(Browser.Reader.atDesk("it").inTheDark()).withoutMap()) {
      Page page = open(visit, "/network");
      Object dark = background(page);
      page.click("a.theme");
      assertThat(background(page)).isNotEqualTo(dark);
      page.reload();
      assertThat(page.locator("html")).hasAttribute("data-theme", "light");
      page.click("a.language");
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    }
  }

  @Test
  void thePageIsLightBeforeTheMapComes() {
    try (var visit = browser.visit(Browser.Reader.onPhone("it")).withoutMap()) {
      Page page = open(visit, ASKED);
      Object sizes =
          page.evaluate(
              "() => [...performance.getEntriesByType('navigation'),"
                  + " ...performance.getEntriesByType('resource')]"
                  + ".filter(e => !/maplibre|\\/map-|\\/tiles\\//.test(e.name))"
                  + ".map(e => e.transferSize)");
      assertThat(sizes).isInstanceOf(List.class);
      long bytes = ((List<?>) sizes).stream().mapToLong(size -> ((Number) size).longValue()).sum();
      assertThat(bytes).isBetween(10_000L, BYTES_BEFORE_THE_MAP);
    }
  }

  private static Page open(Browser.Visit visit, String path) {
    visit.page().navigate(server.url() + path);
    visit.page().waitForLoadState(LoadState.NETWORKIDLE);
    return visit.page();
  }

  private static Object background(Page page) {
    return page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor");
  }
}
