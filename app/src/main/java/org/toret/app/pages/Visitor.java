package org.toret.app.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.toret.app.pages.frame.Address;
import org.toret.app.pages.frame.Words;

/// The reader's own settings: language and look, remembered in a cookie each, nothing else.
///
/// The switches in the header are plain links to `?set-lang=en` and `?set-theme=dark`; they set the
/// cookie and lead back to the same page.
final class Visitor implements HandlerInterceptor {

  private static final Set<String> THEMES = Set.of("light", "dark");
  private static final int YEAR_SECONDS = 365 * 24 * 3600;

  /// The language chosen, else the first the browser accepts that the pages have, else English.
  static String language(HttpServletRequest request) {
    Optional<String> chosen = cookie(request, "lang").filter(Words.LANGUAGES::containsKey);
    if (chosen.isPresent() || request.getHeader("Accept-Language") == null) {
      return chosen.orElse("en");
    }
    return java.util.Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .filter(Words.LANGUAGES::containsKey)
        .findFirst()
        .orElse("en");
  }

  /// `light`, `dark`, or empty to follow the reader's system.
  static String theme(HttpServletRequest request) {
    return cookie(request, "theme").filter(THEMES::contains).orElse("");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    boolean language = remember(request, response, "lang", Words.LANGUAGES.keySet());
    boolean theme = remember(request, response, "theme", THEMES);
    if (!language && !theme) {
      return true;
    }
    Address rest = Address.of(request.getParameterMap()).with("set-lang", "").with("set-theme", "");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", rest.href(request.getRequestURI()));
    return false;
  }

  private static boolean remember(
      HttpServletRequest request, HttpServletResponse response, String name, Set<String> allowed) {
    String value = request.getParameter("set-" + name);
    if (value == null || !allowed.contains(value)) {
      return false;
    }
    ResponseCookie cookie =
        ResponseCookie.from(name, value).path("/").maxAge(YEAR_SECONDS).sameSite("Lax").build();
    response.addHeader("Set-Cookie", cookie.toString());
    return true;
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }
}
