package org.toret.app.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.toret.app.pages.frame.Address;
import org.toret.app.pages.frame.Assets;
import org.toret.app.pages.frame.Frame;
import org.toret.app.pages.frame.Words;
import org.toret.base.notice.Messages;

/// Prints pages: frame around content, templates into HTML, headers that keep a page to itself.
public final class PagePress {

  /// Nothing is loaded from anywhere else; inline styles carry the colours of lines.
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
          + " worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self';"
          + " frame-ancestors 'self'";

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PagePress.class.getClassLoader(), "org.toret.app.templates");
  private final Messages messages;
  private final Assets assets;
  private final PageSource source;

  public PagePress(Messages messages, Assets assets, PageSource source) {
    this.messages = messages;
    this.assets = assets;
    this.source = source;
  }

  /// The texts in the reader's language.
  public Words words(HttpServletRequest request) {
    return Words.in(messages, Visitor.language(request));
  }

  /// The frame of a page for its reader.
  public Frame frame(HttpServletRequest request) {
    CityFacts city = source.city();
    var site = new Frame.Site(assets, city.name(), city.attributions(), city.invented());
    String query =
        Optional.ofNullable(request.getQueryString())
            .map(ignored -> Address.of(request.getParameterMap()).query())
            .orElse("");
    return new Frame(words(request), Visitor.theme(request), request.getRequestURI(), query, site);
  }

  /// A page, well answered.
  public ResponseEntity<String> page(Frame frame, String template, Map<String, Object> values) {
    return page(HttpStatus.OK, frame, template, values);
  }

  /// A page with a status.
  ///
  /// @param values what the template asks for, besides `frame`
  public ResponseEntity<String> page(
      HttpStatusCode status, Frame frame, String template, Map<String, Object> values) {
    TemplateOutput out = new StringOutput();
    Map<String, Object> all = new HashMap<>(values);
    all.put("frame", frame);
    templates.render(template, all, out);
    return ResponseEntity.status(status)
        .contentType(HTML)
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, "Accept-Language, Cookie")
        .header(HttpHeaders.CONTENT_LANGUAGE, frame.words().language())
        .body(out.toString());
  }
}
