package org.toret.app.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.toret.app.pages.frame.Frame;

/// Answers an address at which there is nothing with a page, where a page was looked for: the
/// client names `text/html` among what it accepts, and the address is not one of the interface for
/// programs. Everything else is left to whoever comes next.
final class MissingPage implements HandlerExceptionResolver, Ordered {

  private static final List<String> FOR_PROGRAMS = List.of("/api/", "/fragments/");

  private final PagePress press;

  MissingPage(PagePress press) {
    this.press = press;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (!(failure instanceof NoResourceFoundException) || !isForAPerson(request)) {
      return null;
    }
    Frame frame = press.frame(request);
    send(
        press.page(HttpStatus.NOT_FOUND, frame, "error.jte", Map.of("text", frame.t("error.text"))),
        response);
    return new ModelAndView();
  }

  private static boolean isForAPerson(HttpServletRequest request) {
    String accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
    String path = request.getRequestURI();
    return accepted.contains("text/html") && FOR_PROGRAMS.stream().noneMatch(path::startsWith);
  }

  private static void send(ResponseEntity<String> page, HttpServletResponse response) {
    response.setStatus(page.getStatusCode().value());
    page.getHeaders()
        .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    try {
      byte[] body =
          Objects.requireNonNull(page.getBody(), "a page without content")
              .getBytes(StandardCharsets.UTF_8);
      response.getOutputStream().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
