package org.toret.app.pages;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.toret.app.pages.frame.Assets;
import org.toret.base.notice.Messages;

/// The pages, put together. Needs a [PageSource], a [Clock] and the [Messages] of the application
/// with [org.toret.app.pages.frame.Words#loadInto] called on them.
@Configuration(proxyBeanMethods = false)
public final class PagesConfiguration implements WebMvcConfigurer {

  private static final String[] COMPRESSED = {
    "text/html",
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/problem+json",
    "application/geo+json",
    "application/manifest+json",
    "image/svg+xml",
    "application/vnd.mapbox-vector-tile",
    "application/x-protobuf"
  };

  @Bean
  PagePress pagePress(Messages messages, PageSource source) {
    return new PagePress(messages, Assets.load(), source);
  }

  @Bean
  PlannerPage plannerPage(PagePress press, PageSource source, Clock clock) {
    return new PlannerPage(press, source, clock);
  }

  @Bean
  StopPage stopPage(PagePress press, PageSource source, Clock clock) {
    return new StopPage(press, source, clock);
  }

  @Bean
  LinePage linePage(PagePress press, PageSource source, Clock clock) {
    return new LinePage(press, source, clock);
  }

  @Bean
  NetworkPage networkPage(PagePress press, PageSource source, Clock clock) {
    return new NetworkPage(press, source, clock);
  }

  @Bean
  ErrorPage errorPage(PagePress press) {
    return new ErrorPage(press);
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> compression() {
    Compression compression = new Compression();
    compression.setEnabled(true);
    compression.setMimeTypes(COMPRESSED);
    compression.setMinResponseSize(DataSize.ofKilobytes(1));
    return factory -> factory.setCompression(compression);
  }

  /// Files under `/assets` have their hash in their name and never change.
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/*.svg", "/*.png", "/*.js", "/*.webmanifest")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new Visitor())
        .addPathPatterns("/**")
        .excludePathPatterns("/api/**", "/assets/**", "/fragments/**", "/health", "/metrics");
  }
}
