package org.toret.network.fare.build;

import java.util.ArrayList;
import java.util.List;
import org.toret.base.columns.Csr;
import org.toret.network.fare.Timeframes;
import org.toret.network.timetable.ServiceCalendar;

/// Turns timeframe rows into columns; each row keeps the days of its service as bits.
final class TimeframeCompiler {

  private final Names groups = new Names();
  private final List<FareRows.Timeframe> rows = new ArrayList<>();

  void add(FareRows.Timeframe row) {
    groups.of(row.group());
    rows.add(row);
  }

  int group(String id) {
    return groups.of(id);
  }

  Timeframes compile() {
    int[] services = new int[rows.size()];
    for (int i = 0; i < services.length; i++) {
      services[i] = i;
    }
    int[] groupOf = rows.stream().mapToInt(row -> groups.of(row.group())).toArray();
    return new Timeframes(
        groups.column(),
        Csr.index(groups.count(), groupOf),
        rows.stream().mapToInt(FareRows.Timeframe::startSecond).toArray(),
        rows.stream().mapToInt(FareRows.Timeframe::endSecond).toArray(),
        services,
        days());
  }

  private ServiceCalendar days() {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (FareRows.Timeframe row : rows) {
      for (int day : row.epochDays()) {
        first = Math.min(first, day);
        last = Math.max(last, day);
      }
    }
    if (last < first) {
      return new ServiceCalendar(0, 0, new long[0]);
    }
    int days = last - first + 1;
    int words = days + 63 >> 6;
    long[] bits = new long[Math.multiplyExact(words, rows.size())];
    for (int i = 0; i < rows.size(); i++) {
      for (int day : rows.get(i).epochDays()) {
        bits[i * words + (day - first >> 6)] |= 1L << (day - first);
      }
    }
    return new ServiceCalendar(first, days, bits);
  }
}
