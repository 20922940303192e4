package org.toret.app.live.kafka;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a topic is: `kafka://host:port[,host:port…]/topic`.
///
/// @param servers some of the brokers, as Kafka writes them: `host:port,host:port`
/// @param topic name by Kafka's rules
public record TopicAddress(String servers, String topic) {

  private static final String SERVER = "(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\]):[0-9]{1,5}";
  private static final Pattern WRITTEN =
      Pattern.compile(
          "kafka://(" + SERVER + "(?:," + SERVER + ")*)/([A-Za-z0-9_-][A-Za-z0-9._-]{0,248})");

  /// Empty where the text is no such address.
  public static Optional<TopicAddress> parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    return written.matches()
        ? Optional.of(new TopicAddress(written.group(1), written.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "kafka://" + servers + "/" + topic;
  }
}
