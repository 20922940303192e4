package org.toret.app.serve;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.toret.app.answer.AnswerJson;
import org.toret.app.answer.PlanMeter;
import org.toret.app.http.ApiConfiguration;
import org.toret.app.keep.CityHolder;
import org.toret.app.pages.PageSource;
import org.toret.app.pages.PagesConfiguration;
import org.toret.mobility.reliability.DelayWatch;
import tools.jackson.databind.json.JsonMapper;

/// The server, put together from named parts only: what is not listed here is not started.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class
})
@Import({ApiConfiguration.class, PagesConfiguration.class})
final class ServerConfiguration {

  @Bean
  PageSource pageSource(CityHolder holder, CityClock clock, DelayWatch watch, PlanMeter meter) {
    return new CityPageSource(holder, clock, watch, meter);
  }

  @Bean
  JsonMapper json() {
    return AnswerJson.mapper();
  }

  @Bean
  PrometheusMeterRegistry meters() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    return meters;
  }

  @Bean
  RequestMeter requestMeter(PrometheusMeterRegistry meters) {
    return new RequestMeter(meters);
  }

  @Bean
  FirstRequest firstRequest(CityHolder holder, CityClock clock) {
    return new FirstRequest(holder, clock);
  }
}
