package org.toret.app.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The installed Chromium, driven by Playwright, with axe at hand.
///
/// The browser is named by the environment variable `TORET_CHROMIUM`, else looked for on the path.
final class Browser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final String AXE =
      "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
          + " 'best-practice']}).then(r => r.violations"
          + ".filter(v => ['serious', 'critical'].includes(v.impact))"
          + ".map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')))";

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  /// How a reader comes.
  ///
  /// @param width of the window in CSS pixels
  /// @param script whether script runs
  record Reader(int width, boolean dark, String language, boolean script) {

    static Reader onPhone(String language) {
      return new Reader(360, false, language, true);
    }

    static Reader atDesk(String language) {
      return new Reader(1280, false, language, true);
    }

    Reader inTheDark() {
      return new Reader(width, true, language, script);
    }

    Reader withoutScript() {
      return new Reader(width, dark, language, false);
    }
  }

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Browser start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(executable())
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--disable-quic",
                    "--enable-unsafe-swiftshader"));
    return new Browser(playwright, playwright.chromium().launch(options));
  }

  /// A fresh page of a fresh visitor. Requests to anywhere else are refused and fail the test that
  /// looks at them with [Visit#elsewhere].
  Visit visit(Reader reader) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(reader.width(), 800)
                .setColorScheme(reader.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(reader.language())
                .setJavaScriptEnabled(reader.script()));
    return new Visit(context);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /// One visitor's tab, and what was noticed in it.
  static final class Visit implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> requests = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    Visit(BrowserContext context) {
      this.context = context;
      this.page = context.newPage();
      page.onRequest(request -> requests.add(request.url()));
      page.onPageError(errors::add);
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) {
          errors.add(message.text());
        }
      });
    }

    Page page() {
      return page;
    }

    /// Leaves the map out, which costs most of the time of a test: an empty one takes its place.
    Visit withoutMap() {
      page.route(
          "**/assets/map-*.js",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/javascript")
                      .setBody(
                          "export class PlannerMap { markEnds() {} draw() {} hint() {} }"
                              + " export class PlaceMap {}")));
      return this;
    }

    /// Errors of script and of the console so far.
    List<String> errors() {
      return errors;
    }

    /// Requests so far that went to any place but this one.
    List<String> elsewhere(String place) {
      return requests.stream()
          .filter(url -> url.startsWith("http") && !url.startsWith(place))
          .toList();
    }

    /// What axe finds that is serious or critical.
    List<String> barriers() {
      page.evaluate(axe());
      List<String> found = new ArrayList<>();
      if (page.evaluate(AXE) instanceof List<?> list) {
        list.forEach(one -> found.add(String.valueOf(one)));
      }
      return found;
    }

    @Override
    public void close() {
      context.close();
    }
  }

  private static String axe() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(in, "axe is not on the class path").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Path executable() {
    String named = System.getenv("TORET_CHROMIUM");
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/bin"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "The browser tests need Chromium: install it (Debian/Ubuntu: apt-get install"
                    + " chromium) or name it with TORET_CHROMIUM=/path/of/chromium"));
  }
}
