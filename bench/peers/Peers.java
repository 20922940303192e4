import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whole answers over HTTP, door to door: the soonest arrival with public transport and on foot,
/// departures within an hour from the moment asked about, 1.33 m/s on foot. Toret is asked twice:
/// weighing six criteria, and by times alone as the other does. Run by `peers.sh`.
public final class Peers {

  /// How people write it: data folder, questions, how many, day, otp jar, otp graph.
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    Path data = Path.of(arguments[1]);
    Path graph = Path.of(arguments[6]);
    List<Question> questions =
        Question.read(Path.of(arguments[2]), Integer.parseInt(arguments[3]), arguments[4]);
    Path state = Files.createDirectories(graph.resolve("state"));
    try (Planner toret = Served.toret(root, data, state, "all");
        Planner times = Served.toret(root, data, state, "times");
        Planner otp = Served.otp(Path.of(arguments[5]), graph, state)) {
      new Turns(List.of(toret, times, otp), questions, 60).run("Whole answers, HTTP, soonest arrival");
    }
  }
}
