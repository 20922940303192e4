package org.toret.app.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.toret.app.answer.PlanMeter;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.CityKeeper;
import org.toret.app.keep.FeedIntake;
import org.toret.app.live.LiveDesk;
import org.toret.app.live.LiveLog;
import org.toret.app.live.LiveMeter;
import org.toret.base.notice.Messages;
import org.toret.mobility.reliability.DelayWatch;

/// The HTTP interface, put together.
@Configuration(proxyBeanMethods = false)
public final class ApiConfiguration implements WebMvcConfigurer {

  @Bean
  StatusController statusController(
      CityHolder holder, LiveDesk desk, Clock clock, PrometheusMeterRegistry meters) {
    return new StatusController(holder, new LiveMeter(desk, clock, meters), meters);
  }

  @Bean
  PlanMeter planMeter(PrometheusMeterRegistry meters) {
    return new PlanMeter(meters);
  }

  @Bean
  PlanController planController(
      CityHolder holder, Clock clock, Messages messages, DelayWatch watch, PlanMeter meter) {
    return new PlanController(holder, clock, messages, watch, meter);
  }

  @Bean
  ReachController reachController(CityHolder holder, Clock clock, Messages messages) {
    return new ReachController(holder, clock, messages);
  }

  @Bean
  StopController stopController(CityHolder holder, Clock clock, Messages messages) {
    return new StopController(holder, clock, messages);
  }

  @Bean
  SharingController sharingController(CityHolder holder, Clock clock, Messages messages) {
    return new SharingController(holder, clock, messages);
  }

  @Bean
  ParkingController parkingController(CityHolder holder, Clock clock, Messages messages) {
    return new ParkingController(holder, clock, messages);
  }

  @Bean
  RoadController roadController(CityHolder holder, Clock clock, Messages messages) {
    return new RoadController(holder, clock, messages);
  }

  @Bean
  LiveController liveController(
      CityHolder holder,
      LiveDesk desk,
      LiveLog log,
      Clock clock,
      Messages messages,
      OperatorToken token) {
    return new LiveController(holder, desk, log, clock, messages, token);
  }

  @Bean
  LiveFeedController liveFeedController(CityHolder holder, Clock clock) {
    return new LiveFeedController(holder, clock);
  }

  @Bean
  EventController eventController(
      CityHolder holder, Messages messages, Clock clock, DelayWatch watch) {
    return new EventController(holder, messages, clock, watch);
  }

  @Bean
  TileController tileController(CityHolder holder) {
    return new TileController(holder);
  }

  @Bean
  FeedController feedController(
      CityHolder holder, CityKeeper keeper, Clock clock, Messages messages, OperatorToken token) {
    return new FeedController(holder, new FeedIntake(keeper, clock), messages, token);
  }

  @Bean
  OpenApiController openApiController() {
    return new OpenApiController();
  }

  @Bean
  ProblemPrinter problemPrinter(Messages messages) {
    return new ProblemPrinter(messages);
  }

  /// Everybody may read, from any page.
  @Override
  public void addCorsMappings(CorsRegistry registry) {
    registry
        .addMapping("/api/v1/matrix")
        .allowedOrigins("*")
        .allowedMethods("POST", "OPTIONS")
        .exposedHeaders("Content-Language");
    registry
        .addMapping("/api/v1/**")
        .allowedOrigins("*")
        .allowedMethods("GET", "HEAD", "OPTIONS")
        .exposedHeaders("ETag", "Content-Language");
  }
}
