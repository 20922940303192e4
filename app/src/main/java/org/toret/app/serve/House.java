package org.toret.app.serve;

import java.util.Optional;
import org.toret.app.http.OperatorToken;
import org.toret.app.keep.CityKeeper;
import org.toret.app.live.LiveDesk;
import org.toret.base.notice.Messages;

/// What the server is given from outside, made before it starts.
///
/// @param desk takes live messages
public record House(
    CityKeeper keeper, CityClock clock, Messages messages, OperatorToken token, LiveDesk desk) {

  /// A house with a desk of its own.
  public static House of(
      CityKeeper keeper, CityClock clock, Messages messages, OperatorToken token) {
    return new House(
        keeper,
        clock,
        messages,
        token,
        new LiveDesk(keeper.holder(), clock, city -> Optional.of(keeper.history(city))));
  }
}
