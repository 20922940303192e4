package org.toret.app.cli;

import java.time.Clock;
import org.toret.app.city.CityPreparation;
import org.toret.app.keep.CityHolder;
import org.toret.app.keep.CityKeeper;
import org.toret.app.keep.OpenCity;
import org.toret.app.texts.Texts;
import org.toret.base.notice.Messages;
import org.toret.base.outcome.Outcome;
import org.toret.router.fare.DriveCosts;

/// Opens the city of a command, with its progress on the terminal, and says why it had to be made
/// anew if it had to.
final class Opening {

  private Opening() {}

  /// The city at some places, for one command alone.
  static Outcome<OpenCity> at(Places places, Messages messages, Terminal terminal, Clock real) {
    var preparation = new CityPreparation(places.data(), places.state(), real);
    CityKeeper keeper = new CityKeeper(preparation, new CityHolder(), DriveCosts.tables());
    return by(keeper, messages, terminal, real);
  }

  /// The newest city of a keeper.
  static Outcome<OpenCity> by(CityKeeper keeper, Messages messages, Terminal terminal, Clock real) {
    ProgressLine progress = new ProgressLine(terminal, real);
    Outcome<OpenCity> outcome =
        keeper.refresh(
            new CityKeeper.Ears(
                progress,
                refused ->
                    terminal.say(
                        "rebuilt_because", Texts.of(messages, terminal.locale(), refused))));
    progress.end();
    return outcome;
  }
}
