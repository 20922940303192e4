import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.toret.router.raptor.RangeQuery;
import org.toret.router.raptor.RangeRaptor;
import org.toret.router.raptor.RaptorJourney;

/// Searches on the timetable alone, in one process, on the same runs, changes and walks at both
/// ends ([Columns]): the soonest arrival of what leaves within an hour. The library of OpenTripPlanner
/// looks at every minute of the hour, naviqore at one moment alone: Toret does either. Run by
/// `peers.sh`.
public final class Engines {

  /// How people write it: image, questions, how many, day, and whether from stop to stop.
  public static void main(String[] arguments) throws Exception {
    List<Question> questions =
        Question.read(Path.of(arguments[1]), Integer.parseInt(arguments[2]), arguments[3]);
    boolean nearestOnly = Boolean.parseBoolean(arguments[4]);
    Columns columns = Columns.of(Path.of(arguments[0]), questions, nearestOnly);
    new Turns(
            List.of(
                new Toret("toret", columns, new RangeRaptor(), Columns.WINDOW_SECONDS),
                new Toret("toret, a moment", columns, new RangeRaptor(), 0),
                new OtpRaptor(columns),
                new Naviqore(columns)),
            questions,
            1)
        .run(
            "Searches on one timetable, soonest arrival, "
                + (nearestOnly ? "from stop to stop" : "walks at both ends"));
  }

  /// With a memory of its own: of two searches for one destination the second would find bounds made
  /// by the first.
  private record Toret(String name, Columns columns, RangeRaptor raptor, int window)
      implements Planner {


    @Override
    public Answer ask(Question question) {
      RangeQuery query = columns.queries().get(question).withWindow(window);
      RangeRaptor.Ahead found = raptor.searchAhead(columns.view(), query);
      return found.all()
          .mapToInt(RaptorJourney::arrivalSeconds)
          .filter(arrival -> arrival <= columns.latest(question))
          .min()
          .stream()
          .mapToObj(Answer::of)
          .findFirst()
          .orElse(Answer.NONE);
    }

    @Override
    public long cpuNanos() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    public void close() {}
  }
}
