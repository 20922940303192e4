package org.toret.app.serve;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Counts and times requests by what was asked (the pattern of the address, not the address) and
/// how it ended.
final class RequestMeter implements WebMvcConfigurer, HandlerInterceptor {

  private static final String STARTED = RequestMeter.class.getName();

  private final MeterRegistry meters;

  RequestMeter(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    request.setAttribute(STARTED, System.nanoTime());
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception exception) {
    if (request.getAttribute(STARTED) instanceof Long started) {
      Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      Timer.builder("http.server.requests")
          .tag("uri", String.valueOf(pattern))
          .tag("method", request.getMethod())
          .tag("status", Integer.toString(response.getStatus()))
          .publishPercentileHistogram(false)
          .register(meters)
          .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
    }
  }
}
