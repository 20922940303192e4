/// Something that is asked questions, here or in a process of its own.
interface Planner extends AutoCloseable {

  String name();

  Answer ask(Question question) throws Exception;

  /// Processor time spent so far: of the asking thread, or of all threads of the planner's process.
  long cpuNanos();

  @Override
  void close();

  /// What a planner says.
  ///
  /// @param value the soonest arrival in epoch seconds, or how long it takes; less is better
  /// @param note what to know when the answer is better than another
  record Answer(boolean found, double value, String note) {

    static final Answer NONE = new Answer(false, Double.MAX_VALUE, "");

    static Answer of(double value) {
      return new Answer(true, value, "");
    }
  }
}
