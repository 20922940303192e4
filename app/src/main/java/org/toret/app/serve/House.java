package org.toret.app.serve;

import java.util.Optional;
import org.toret.app.http.OperatorToken;
import org.toret.app.keep.CityKeeper;
import org.toret.app.live.LiveDesk;
import org.toret.app.live.LiveLog;
import org.toret.base.notice.Messages;
import org.toret.mobility.reliability.DelayHistory;
import org.toret.mobility.reliability.DelayWatch;

/// What the server is given from outside, made before it starts.
///
/// @param desk takes live messages
/// @param log what live messages come through
/// @param watch learns from them how late vehicles are
public record House(
    CityKeeper keeper,
    CityClock clock,
    Messages messages,
    OperatorToken token,
    LiveDesk desk,
    LiveLog log,
    DelayWatch watch) {

  /// A house with a desk of its own.
  public static House of(
      CityKeeper keeper, CityClock clock, Messages messages, OperatorToken token) {
    LiveDesk desk = new LiveDesk(keeper.holder(), clock, city -> Optional.of(keeper.history(city)));
    DelayWatch watch = new DelayWatch(new DelayHistory());
    desk.listen((city, overlay, said) ->
        watch.hear(
            overlay.published(),
            overlay.listTold(said),
            city.city().info().country(),
            said.atEpochSeconds()));
    return new House(keeper, clock, messages, token, desk, LiveLog.local(desk), watch);
  }

  /// The same, with a log that others hear too.
  public House hearing(LiveLog shared) {
    return new House(keeper, clock, messages, token, desk, shared, watch);
  }
}
