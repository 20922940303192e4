package org.toret.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.toret.app.answer.NoticeView;
import org.toret.app.answer.RoadsView;
import org.toret.app.ask.Parameters;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.OpenCity;
import org.toret.base.geo.BoundingBox;
import org.toret.base.notice.Messages;

/// `GET /api/v1/roads`: how fast traffic moves where that is told, and what closes streets.
@RestController
public final class RoadController {

  private final CityHolder holder;
  private final Clock clock;
  private final Messages messages;

  public RoadController(CityHolder holder, Clock clock, Messages messages) {
    this.holder = holder;
    this.clock = clock;
    this.messages = messages;
  }

  @GetMapping("/api/v1/roads")
  ResponseEntity<RoadsView> roads(HttpServletRequest request) {
    OpenCity city = holder.get();
    Locale locale = Asker.locale(request);
    Parameters parameters = Asker.parameters(request);
    BoundingBox box = Asker.box(parameters);
    return Answers.fresh(
        locale,
        RoadsView.of(
            city.live(),
            city.city().streets(),
            box,
            clock.instant(),
            city.zone(),
            locale,
            NoticeView.of(parameters.unread(), messages, locale)));
  }
}
