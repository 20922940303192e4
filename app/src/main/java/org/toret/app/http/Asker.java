package org.toret.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.toret.app.ask.Parameters;
import org.toret.app.texts.Texts;
import org.toret.base.geo.BoundingBox;

/// Who asks over HTTP, as far as an answer depends on it: the language and the parameters.
final class Asker {

  private static final BoundingBox EVERYWHERE = new BoundingBox(-90, -180, 90, 180);

  private Asker() {}

  /// The first language accepted that there are texts in, else English.
  static Locale locale(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return Locale.ENGLISH;
    }
    return Collections.list(request.getLocales()).stream()
        .map(locale -> Locale.of(locale.getLanguage()))
        .filter(Texts.LANGUAGES::contains)
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  /// The box asked about, everywhere where none is told.
  static BoundingBox box(Parameters parameters) {
    return parameters.box("bbox").orElse(EVERYWHERE);
  }

  /// The parameters of the address.
  static Parameters parameters(HttpServletRequest request) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, all) -> values.put(name, Arrays.asList(all)));
    return new Parameters(values);
  }
}
