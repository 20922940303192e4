package org.toret.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.mobility.reliability.DelayHistory;
import org.toret.mobility.reliability.DelayHistory.Event;
import org.toret.mobility.reliability.DelayHistory.Where;

/// What is learnt of delays, from one start to the next.
@Tag("RE-02")
final class HistoryFileTest {

  @TempDir Path state;

  @Test
  void whatWasLearntIsThereAfterARestart() {
    DelayHistory learnt = learnt();
    HistoryFile.in(state, learnt).save();
    DelayHistory next = new DelayHistory();
    HistoryFile.in(state, next).read();
    assertThat(next.cells()).isPositive().isEqualTo(learnt.cells());
  }

  @Test
  void aBrokenFileIsPutAside() throws IOException {
    HistoryFile.in(state, learnt()).save();
    Path file = state.resolve("history/delays.gz");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(file, bytes);
    DelayHistory next = new DelayHistory();
    HistoryFile.in(state, next).read();
    assertThat(next.cells()).isZero();
    assertThat(state.resolve("history/delays.unreadable.gz")).hasBinaryContent(bytes);
    HistoryFile.in(state, learnt()).save();
    assertThat(file).exists();
  }

  private static DelayHistory learnt() {
    DelayHistory history = new DelayHistory();
    for (int i = 0; i < 500; i++) {
      history.add(new Where("t:" + i % 7, "t:s" + i, i % 72, Event.ARRIVAL), i);
    }
    return history;
  }
}
