package org.toret.app.live.kafka;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.toret.app.live.LiveDesk;
import org.toret.app.live.LiveLog;
import org.toret.app.live.LiveMessage;

/// The log of several processes: a topic of Apache Kafka, of which the first partition is used, so
/// that all desks take all messages in one order. A process that starts reads what the topic still
/// holds, each message judged by when it was said, and so comes to the picture of the others.
///
/// The brokers may be away at the start and at any time: nobody waits for them but who appends, and
/// only for some seconds. Meanwhile the source `live-log` tells so, what was said grows old until
/// the timetable holds, and when they are back all goes on by itself from where it broke off.
public final class KafkaLog implements LiveLog, AutoCloseable {

  /// How the log is called among the sources.
  public static final String SOURCE = "live-log";

  private static final Logger LOG = LoggerFactory.getLogger(KafkaLog.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final TopicAddress address;
  private final LiveDesk desk;
  private final Clock clock;
  private final Terms terms;
  private final TopicPartition partition;
  private final Thread reader;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Producer<String, byte[]> producer;

  /// The first record that the desk has not taken.
  private long next;

  private volatile boolean closed;

  /// @param patience how long an append waits for the brokers
  /// @param check after so long without a record the brokers are asked whether they are there
  public record Terms(Duration patience, Duration check) {

    public static final Terms STANDARD = new Terms(Duration.ofSeconds(10), Duration.ofSeconds(5));
  }

  /// A log that neither reads nor says anything until it is started.
  ///
  /// @param clock by which messages are said, the desk's own
  public KafkaLog(TopicAddress address, LiveDesk desk, Clock clock, Terms terms) {
    this.address = address;
    this.desk = desk;
    this.clock = clock;
    this.terms = terms;
    partition = new TopicPartition(address.topic(), 0);
    reader = Thread.ofPlatform().daemon().name(SOURCE).unstarted(this::run);
  }

  /// Begins to read in the background. The desk must have a city by now.
  public void start() {
    desk.expect(SOURCE, address.toString());
    reader.start();
  }

  @Override
  public boolean append(String source, String origin, byte[] bytes) {
    long deadline = System.nanoTime() + terms.patience().toNanos();
    try {
      Producer<String, byte[]> open = producer(deadline);
      if (open == null) {
        return false;
      }
      LiveMessage message = new LiveMessage(source, origin, bytes, clock.instant());
      long offset = open.send(TopicRecord.of(partition, message)).get().offset();
      awaitTaken(offset, deadline);
      return true;
    } catch (ExecutionException | KafkaException | IllegalStateException e) {
      Throwable why = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
      LOG.warn("A message of {} could not be said: {}", source, why.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private @Nullable Producer<String, byte[]> producer(long deadline) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (producer == null && !closed && changed.awaitNanos(deadline - System.nanoTime()) > 0) {
        // until there is one
      }
      return producer;
    } finally {
      lock.unlock();
    }
  }

  private void awaitTaken(long offset, long deadline) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (next <= offset && !closed && changed.awaitNanos(deadline - System.nanoTime()) > 0) {
        // until it is taken
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (!closed) {
      try (Topic topic = Topic.open(address, terms.patience())) {
        try (Consumer<String, byte[]> consumer = topic.consumer()) {
          open(topic.producer());
          read(consumer);
        } finally {
          open(null);
        }
      } catch (InterruptException e) {
        return;
      } catch (RuntimeException e) {
        lost(e);
        if (!pause()) {
          return;
        }
      }
    }
  }

  private void open(@Nullable Producer<String, byte[]> now) {
    lock.lock();
    try {
      producer = now;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void read(Consumer<String, byte[]> consumer) {
    consumer.assign(List.of(partition));
    if (next == 0) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, next);
    }
    long heard = System.nanoTime() - terms.check().toNanos();
    while (!closed) {
      ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        take(records);
        heard = System.nanoTime();
        desk.reach(SOURCE);
      } else if (System.nanoTime() - heard > terms.check().toNanos()) {
        if (isThere(consumer)) {
          heard = System.nanoTime();
          desk.reach(SOURCE);
        }
      }
    }
  }

  private boolean isThere(Consumer<String, byte[]> consumer) {
    try {
      consumer.endOffsets(List.of(partition), terms.check());
      return true;
    } catch (RetriableException e) {
      lost(e);
      return false;
    }
  }

  private void take(ConsumerRecords<String, byte[]> records) {
    List<LiveMessage> messages = new ArrayList<>();
    long last = next;
    for (ConsumerRecord<String, byte[]> one : records.records(partition)) {
      TopicRecord.read(one)
          .ifPresentOrElse(
              messages::add,
              () -> LOG.warn("Record {} of {} is no live message", one.offset(), address));
      last = one.offset() + 1;
    }
    try {
      desk.takeAll(messages);
    } catch (RuntimeException e) {
      // they must not be read again and again
      LOG.error("Messages up to record {} of {} could not be taken", last - 1, address, e);
    }
    lock.lock();
    try {
      next = last;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void lost(RuntimeException why) {
    if (!closed) {
      boolean away = why instanceof RetriableException;
      desk.lose(SOURCE, away ? "live_log_away" : "live_log_refused", away ? "" : why.toString());
      LOG.debug("The log {} is lost", address, why);
    }
  }

  /// Whether it was let alone for as long as it is worth to wait before the next attempt.
  private boolean pause() {
    try {
      Thread.sleep(terms.check());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    reader.interrupt();
    open(null);
  }
}
