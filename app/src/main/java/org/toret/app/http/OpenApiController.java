package org.toret.app.http;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/openapi.json`: what may be asked, with examples that run.
@RestController
public final class OpenApiController {

  private static final Resource DESCRIPTION =
      new ClassPathResource("openapi.json", OpenApiController.class);

  @GetMapping("/api/v1/openapi.json")
  ResponseEntity<Resource> openApi() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
        .body(DESCRIPTION);
  }
}
