package org.toret.app.cli;

import java.time.Clock;
import org.toret.app.serve.CityClock;

/// The `--clock` of several commands.
final class ClockOption {

  private ClockOption() {}

  static CityClock of(Options options, Clock real) {
    return options
        .find("clock")
        .map(text ->
            CityClock.parse(text, real).orElseThrow(() -> new UsageException("usage_clock", text)))
        .orElseGet(() -> CityClock.of(real));
  }
}
