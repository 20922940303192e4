package org.toret.app.live.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.toret.feeds.gtfsrt.RealtimeReader;

/// An open topic: made where it is not there, with what live messages need of it.
///
/// A topic is kept for a day, as long as the longest that anything holds that is not said again
/// (detours); messages may be as large as those that are sent or asked for.
final class Topic implements AutoCloseable {

  /// Keys, headers and the frame of a record.
  private static final int FRAME_BYTES = 1 << 16;

  private static final int LARGEST_BYTES = RealtimeReader.Limits.STANDARD.bytes() + FRAME_BYTES;

  private final String servers;
  private final Producer<String, byte[]> producer;

  private Topic(String servers, Producer<String, byte[]> producer) {
    this.servers = servers;
    this.producer = producer;
  }

  /// Throws a [KafkaException] where the brokers are not there or refuse.
  ///
  /// @param patience how long a record that is sent may be on its way
  static Topic open(TopicAddress address, Duration patience) {
    make(address, patience);
    return new Topic(address.servers(), producer(address.servers(), patience));
  }

  private static void make(TopicAddress address, Duration patience) {
    int millis = Math.toIntExact(patience.toMillis());
    Map<String, Object> terms =
        Map.of(
            "bootstrap.servers",
            address.servers(),
            "default.api.timeout.ms",
            millis,
            "request.timeout.ms",
            millis,
            "metric.reporters",
            "");
    NewTopic topic =
        new NewTopic(address.topic(), Optional.of(1), Optional.empty())
            .configs(
                Map.of(
                    "cleanup.policy", "delete",
                    "retention.ms", Long.toString(Duration.ofDays(1).toMillis()),
                    "segment.ms", Long.toString(Duration.ofHours(1).toMillis()),
                    "max.message.bytes", Integer.toString(LARGEST_BYTES)));
    try (Admin admin = Admin.create(terms)) {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e.getCause() instanceof KafkaException why ? why : new KafkaException(e);
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static Producer<String, byte[]> producer(String servers, Duration patience) {
    int millis = Math.toIntExact(patience.toMillis());
    Map<String, Object> terms =
        Map.of(
            "bootstrap.servers",
            servers,
            "acks",
            "all",
            "compression.type",
            "gzip",
            "max.block.ms",
            millis / 2,
            "linger.ms",
            0,
            "request.timeout.ms",
            millis / 2,
            "delivery.timeout.ms",
            millis,
            "max.request.size",
            LARGEST_BYTES,
            "buffer.memory",
            2L * LARGEST_BYTES,
            "metric.reporters",
            "");
    return new KafkaProducer<>(terms, new StringSerializer(), new ByteArraySerializer());
  }

  /// Says what is said.
  Producer<String, byte[]> producer() {
    return producer;
  }

  /// Reads alone, not in a group: every process reads everything.
  Consumer<String, byte[]> consumer() {
    Map<String, Object> terms =
        Map.of(
            "bootstrap.servers",
            servers,
            "enable.auto.commit",
            false,
            "auto.offset.reset",
            "earliest",
            "metric.reporters",
            "");
    return new KafkaConsumer<>(terms, new StringDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
