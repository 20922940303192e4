package org.toret.app.http;

import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// The headers that answers have in common.
final class Answers {

  private Answers() {}

  /// An answer that holds for this moment only.
  static <T> ResponseEntity<T> fresh(Locale locale, T body) {
    return headed(ResponseEntity.ok(), locale)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .body(body);
  }

  /// An answer that holds as long as the city does.
  static <T> ResponseEntity<T> tagged(Locale locale, String tag, T body) {
    return headed(ResponseEntity.ok(), locale)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .eTag('"' + tag + '"')
        .body(body);
  }

  private static ResponseEntity.BodyBuilder headed(
      ResponseEntity.BodyBuilder response, Locale locale) {
    return response
        .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }
}
