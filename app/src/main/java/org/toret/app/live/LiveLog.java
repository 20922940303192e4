package org.toret.app.live;

/// What lies between those who bring live messages and the desks that take them: the order in which
/// messages are said. Every desk behind one log takes the same messages in the same order.
///
/// In one process the log is the desk itself, which takes each message at once. Where several
/// processes answer, it is a topic that all of them read.
public interface LiveLog {

  /// Says a message. When this returns `true`, the desk of this process has taken it or, where it
  /// lags behind, is going to.
  ///
  /// @param origin the file or address the message comes from
  /// @return `false` where the log cannot be reached; then nothing was said, and it can be said
  ///   again
  boolean append(String source, String origin, byte[] bytes);

  /// The log of one process alone.
  static LiveLog local(LiveDesk desk) {
    return (source, origin, bytes) -> {
      desk.take(source, origin, bytes);
      return true;
    };
  }
}
