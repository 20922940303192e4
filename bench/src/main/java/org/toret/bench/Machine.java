package org.toret.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process has used so far.
///
/// @param wallNanos of a clock with an origin of its own
/// @param cpuNanos of all threads
/// @param allocatedBytes of all threads, 0 where it is not known
/// @param residentBytes of main memory now; 0 where the system does not tell
record Machine(long wallNanos, long cpuNanos, long allocatedBytes, long residentBytes) {

  /// This process.
  static Machine now() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return new Machine(
        System.nanoTime(),
        system.getProcessCpuTime(),
        threads.getTotalThreadAllocatedBytes(),
        residentBytes("self"));
  }

  /// What was used since; the memory is that of now.
  Machine since(Machine before) {
    return new Machine(
        wallNanos - before.wallNanos,
        cpuNanos - before.cpuNanos,
        allocatedBytes - before.allocatedBytes,
        residentBytes);
  }

  /// @param process its number, or `self`
  static long residentBytes(String process) {
    try {
      return Files.readAllLines(Path.of("/proc", process, "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
