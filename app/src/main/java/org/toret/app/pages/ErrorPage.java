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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.toret.app.ask.ProblemException;
import org.toret.app.keep.CityNotReadyException;
import org.toret.app.pages.frame.Frame;

/// Answers an address at which there is nothing, or a failure that nobody foresaw, with a page
/// where a page was looked for: the client names `text/html` among what it accepts, and the address
/// is not one of the interface for programs. Everything else is left to whoever comes next.
final class ErrorPage implements HandlerExceptionResolver, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

  /// What has an answer of its own, and the reader who has gone away.
  private static final List<Class<? extends Exception>> FORESEEN =
      List.of(
          ProblemException.class,
          CityNotReadyException.class,
          HttpRequestMethodNotSupportedException.class,
          HttpMediaTypeNotAcceptableException.class,
          AsyncRequestNotUsableException.class);

  private static final List<String> FOR_PROGRAMS = List.of("/api/", "/fragments/");

  private final PagePress press;

  ErrorPage(PagePress press) {
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
    if (!isForAPerson(request) || FORESEEN.stream().anyMatch(kind -> kind.isInstance(failure))) {
      return null;
    }
    Frame frame = press.frame(request);
    boolean missing = failure instanceof NoResourceFoundException;
    if (!missing) {
      LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
    }
    HttpStatus status = missing ? HttpStatus.NOT_FOUND : HttpStatus.INTERNAL_SERVER_ERROR;
    Map<String, Object> values =
        missing
            ? Map.of("title", frame.t("error.title"), "text", frame.t("error.text"))
            : Map.of("title", frame.t("error.server"), "text", frame.t("error.serverText"));
    send(press.page(status, frame, "error.jte", values), response);
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
