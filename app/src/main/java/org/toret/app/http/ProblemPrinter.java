package org.toret.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.toret.app.ask.Problem;
import org.toret.app.ask.ProblemException;
import org.toret.app.keep.CityNotReadyException;
import org.toret.base.notice.Messages;

/// Turns whatever went wrong into an RFC 9457 problem document in the asker's language. This is the
/// outermost ring: what nobody foresaw is logged here, and told as our fault.
@RestControllerAdvice
public final class ProblemPrinter {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemPrinter.class);

  private final Messages messages;

  public ProblemPrinter(Messages messages) {
    this.messages = messages;
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> problem(ProblemException e, HttpServletRequest request) {
    return print(e.problem(), request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> notReady(
      CityNotReadyException e, HttpServletRequest request) {
    return print(Problem.of("not_ready", HttpStatus.SERVICE_UNAVAILABLE.value()), request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> notFound(
      NoResourceFoundException e, HttpServletRequest request) {
    String path = request.getRequestURI();
    return print(Problem.of("not_found", HttpStatus.NOT_FOUND.value(), path), request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> notAllowed(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
    String method = request.getMethod();
    return print(Problem.of("not_allowed", HttpStatus.METHOD_NOT_ALLOWED.value(), method), request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> notAcceptable(
      HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
    String wanted = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
    return print(Problem.of("not_allowed", HttpStatus.NOT_ACCEPTABLE.value(), wanted), request);
  }

  /// Whoever asked has gone away: there is nobody to tell, and nothing went wrong.
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException e) {}

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> ourFault(Exception e, HttpServletRequest request) {
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
    return print(Problem.of("our_fault", HttpStatus.INTERNAL_SERVER_ERROR.value()), request);
  }

  private ResponseEntity<Map<String, Object>> print(Problem problem, HttpServletRequest request) {
    Locale locale = Asker.locale(request);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", problem.type());
    document.put("title", problem.title(messages, locale));
    document.put("status", problem.status());
    document.put("detail", problem.detail(messages, locale));
    document.put("instance", request.getRequestURI());
    if (problem.parameter() != null) {
      document.put("parameter", problem.parameter());
    }
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(problem.status())
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.header(HttpHeaders.RETRY_AFTER, "3");
    }
    return response.body(document);
  }
}
