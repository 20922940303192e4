package org.toret.app.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.app.TestServer;

/// The first minute of a newcomer: the whole application over the demo city, in a browser.
@Tag("browser")
final class DemoPagesTest {

  @Test
  @Tag("SR-14")
  void walkingCyclingAndDrivingAreFoundBesideTheMetro(@TempDir Path state) {
    try (var server = TestServer.start(Optional.empty(), state, "2026-09-15T08:14")) {
      String asked = "api/v1/plan?from=45.0627,7.6785&to=45.0320,7.6650&alternatives=0";
      assertThat(groups(server, asked)).contains("bike", "car", "public");
      String near = asked.replace("45.0320,7.6650", "45.0560,7.6760");
      assertThat(groups(server, near + "&modes=walk")).containsExactly("walk");
      assertThat(groups(server, asked + "&modes=bike,transit")).doesNotContain("car", "walk");
    }
  }

  private static Set<String> groups(TestServer server, String asked) {
    return Set.copyOf(server.json(asked).path("alternatives").findValuesAsString("group"));
  }

  @Test
  @Tag("UI-04")
  void fromPortaNuovaToLingotto(@TempDir Path state) {
    try (var server = TestServer.start(Optional.empty(), state, "2026-09-15T08:14");
        var browser = Browser.start();
        var visit = browser.visit(Browser.Reader.onPhone("it"))) {
      Page page = visit.page();
      page.navigate(server.url());
      page.waitForSelector(".map[data-ready]");
      page.focus("#from");
      page.keyboard().type("porta nova");
      page.locator("#from-list [role=option]").first().click();
      assertThat(page.locator("#from")).hasValue(java.util.regex.Pattern.compile("Porta Nuova"));
      page.focus("#to");
      page.keyboard().type("lingoto");
      page.locator("#to-list [role=option]").first().click();
      page.keyboard().press("Enter");
      assertThat(page.locator(".results h2")).containsText("alternative");
      assertThat(page.locator(".alternatives .line-badge").getByText("M1").first()).isVisible();
      page.locator("details.alternative[data-group=public] > summary").first().click();
      assertThat(page.locator("details.alternative[open] .legs")).containsText("direzione");
      assertThat(visit.barriers()).isEmpty();
      page.locator("details.alternative[open] .legs .place a").first().click();
      assertThat(page.locator(".departures li").first()).isVisible();
      page.locator(".departures .line-badge").first().click();
      assertThat(page.locator(".stops-of-line li").first()).isVisible();
      page.locator("nav a[href='/network']").click();
      assertThat(page.locator(".feed").first()).isVisible();
      assertThat(visit.barriers()).isEmpty();
      assertThat(visit.errors()).isEmpty();
      assertThat(visit.elsewhere(server.url())).isEmpty();
    }
  }
}
