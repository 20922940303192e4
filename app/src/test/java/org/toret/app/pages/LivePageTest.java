package org.toret.app.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What moves and changes on the planner page, in a browser.
@Tag("browser")
@Tag("SI-05")
final class LivePageTest {

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

  @Test
  void disruptionsStandOnTheFirstPageUntilSomethingIsAsked() {
    try (var visit = browser.visit(Browser.Reader.onPhone("it")).withoutMap()) {
      Page page = visit.page();
      page.navigate(server.url() + "/");
      assertThat(page.locator(".disruptions h2")).hasText("Disagi in corso");
      page.locator(".disruptions summary").getByText("Linea 4: deviazione").click();
      assertThat(page.locator(".disruptions p")).hasText("Per lavori in Via Roma.");
      assertThat(visit.barriers()).isEmpty();
      page.navigate(server.url() + "/?from=45.0627,7.6785&to=demo:lingotto&at=2026-09-15T08:15");
      assertThat(page.locator(".results h2")).isVisible();
      assertThat(page.locator(".disruptions")).isHidden();
      assertThat(visit.errors()).isEmpty();
    }
  }

  @Test
  @Tag("UI-13")
  void theMapSaysWhatItsSignsMean() {
    try (var visit = browser.visit(Browser.Reader.onPhone("en"))) {
      Page page = visit.page();
      page.navigate(server.url() + "/");
      page.waitForSelector(".map[data-ready]");
      page.locator(".map-legend summary").click();
      assertThat(page.locator(".map-legend")).containsText("Shared bikes: how many are free");
      assertThat(page.locator(".map-legend")).containsText("Car park: free places");
      assertThat(page.locator(".map .maplibregl-ctrl-attrib"))
          .not()
          .hasClass(java.util.regex.Pattern.compile("compact-show"));
      assertThat(page.locator(".map .maplibregl-ctrl-attrib-button"))
          .hasCSS("background-repeat", "no-repeat");
      assertThat(visit.barriers()).isEmpty();
      assertThat(visit.errors()).isEmpty();
    }
  }

  @Test
  void vehiclesCanBeSwitchedOffAndStayOff() {
    try (var visit = browser.visit(Browser.Reader.atDesk("en"))) {
      Page page = visit.page();
      page.navigate(server.url() + "/");
      page.waitForSelector(".map[data-ready]");
      var vehicles = page.locator(".vehicles-switch");
      assertThat(vehicles).isVisible();
      assertThat(vehicles).hasAttribute("aria-label", "Vehicles on the map");
      assertThat(vehicles).hasAttribute("aria-pressed", "true");
      assertThat(visit.barriers()).isEmpty();
      vehicles.focus();
      page.keyboard().press("Enter");
      assertThat(vehicles).hasAttribute("aria-pressed", "false");
      assertThat(page.evaluate("() => localStorage.getItem('vehicles')")).isEqualTo("off");
      assertThat(visit.errors()).isEmpty();
      assertThat(visit.elsewhere(server.url())).isEmpty();
    }
  }
}
