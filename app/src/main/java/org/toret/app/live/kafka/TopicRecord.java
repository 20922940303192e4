package org.toret.app.live.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.toret.app.live.LiveMessage;

/// How a message stands in the topic: the source as the key, its bytes as the value, the headers
/// `origin` and `said` (milliseconds since 1970 by the clock of the city, which may be a chosen
/// one, while the time of the record is real, since by it records are thrown away).
///
/// What others write without these headers is taken as said at the time of the record.
final class TopicRecord {

  private static final String ORIGIN = "origin";
  private static final String SAID = "said";

  private TopicRecord() {}

  static ProducerRecord<String, byte[]> of(TopicPartition partition, LiveMessage message) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            partition.topic(), partition.partition(), message.source(), message.bytes());
    String said = Long.toString(message.said().toEpochMilli());
    record.headers().add(ORIGIN, message.origin().getBytes(StandardCharsets.UTF_8));
    record.headers().add(SAID, said.getBytes(StandardCharsets.UTF_8));
    return record;
  }

  /// Empty where a record names no source or says nothing.
  static Optional<LiveMessage> read(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null || record.key().isBlank() || record.value() == null) {
      return Optional.empty();
    }
    String origin = text(record.headers(), ORIGIN).orElse("kafka");
    Instant said =
        text(record.headers(), SAID)
            .filter(text -> text.matches("[0-9]{1,15}"))
            .map(text -> Instant.ofEpochMilli(Long.parseLong(text)))
            .orElse(Instant.ofEpochMilli(record.timestamp()));
    return Optional.of(new LiveMessage(record.key(), origin, record.value(), said));
  }

  private static Optional<String> text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }
}
