package org.toret.app.serve;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.toret.app.keep.CityHolder;

/// Lets a chosen time go on from the first request that finds a city: `/health` with 200, for those
/// who wait for it.
final class FirstRequest implements WebMvcConfigurer, HandlerInterceptor {

  private final CityHolder holder;
  private final CityClock clock;

  FirstRequest(CityHolder holder, CityClock clock) {
    this.holder = holder;
    this.clock = clock;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (holder.find().isPresent()) {
      clock.begin();
    }
    return true;
  }
}
