package org.toret.testkit.city;

/// Times and durations as people write them: `08:05`, `24:10:30`, `-00:10`; `90s`, `5m`, `2h`.
public final class ClockText {

  private ClockText() {}

  /// Seconds of a time; more than 24 hours are allowed, and a minus for the day before.
  public static int seconds(String time) {
    boolean negative = time.startsWith("-");
    String[] parts = (negative ? time.substring(1) : time).split(":");
    if (parts.length < 2 || parts.length > 3) {
      throw new IllegalArgumentException("'%s' is not a time such as 08:05".formatted(time));
    }
    int seconds = Integer.parseInt(parts[0]) * 3600 + Integer.parseInt(parts[1]) * 60;
    seconds += parts.length == 3 ? Integer.parseInt(parts[2]) : 0;
    return negative ? -seconds : seconds;
  }

  /// The time of so many seconds, without seconds where they are 0.
  public static String time(int seconds) {
    int positive = Math.abs(seconds);
    String text = "%02d:%02d".formatted(positive / 3600, positive / 60 % 60);
    String full = positive % 60 == 0 ? text : text + ":%02d".formatted(positive % 60);
    return seconds < 0 ? "-" + full : full;
  }

  /// Seconds of a duration with its unit.
  public static int duration(String text) {
    int number = Integer.parseInt(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> number;
      case 'm' -> number * 60;
      case 'h' -> number * 3600;
      default ->
          throw new IllegalArgumentException("'%s' is not a duration such as 5m".formatted(text));
    };
  }
}
