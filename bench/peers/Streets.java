import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.GHUtility;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.toret.base.geo.GeoPoint;
import org.toret.base.outcome.Outcome;
import org.toret.network.City;
import org.toret.network.image.ImageFile;
import org.toret.router.journey.CityEngine;
import org.toret.router.path.Endpoint;
import org.toret.router.path.PathOptions;
import org.toret.router.path.StreetMode;
import org.toret.router.path.StreetPath;
import org.toret.router.walk.WalkOptions;

/// From door to door on the streets alone, in one process, beside GraphHopper with its contraction
/// hierarchies, both with geometry and the steps of the way. On foot both look for the shortest way;
/// by car each goes by its own profile. Run by `peers.sh`.
public final class Streets {

  private static final double ALIKE_METRES = 50;
  private static final int LONGEST_METRES = 50_000;

  /// How people write it: image, questions, how many, streets, folder for the peer's graph.
  public static void main(String[] arguments) throws Exception {
    List<Question> questions =
        Question.read(Path.of(arguments[1]), Integer.parseInt(arguments[2]), "-");
    if (!(ImageFile.open(Path.of(arguments[0])) instanceof Outcome.Done<ImageFile>(ImageFile file))) {
      throw new IllegalStateException("not an image: " + arguments[0]);
    }
    CityEngine engine = CityEngine.of(City.read(file), file.hash());
    GraphHopper hopper = hopper(arguments[3], arguments[4]);
    new Turns(
            List.of(new Toret(engine, StreetMode.WALK), new Hopper(hopper, "foot")),
            questions,
            ALIKE_METRES)
        .run("Streets on foot, metres");
    new Turns(
            List.of(new Toret(engine, StreetMode.CAR), new Hopper(hopper, "car")),
            questions,
            LONGEST_METRES)
        .run("Streets by car (speeds and turns differ, so only whether there is a way is compared)");
  }

  private static GraphHopper hopper(String streets, String folder) {
    GraphHopper hopper = new GraphHopper();
    hopper.setOSMFile(streets);
    hopper.setGraphHopperLocation(folder);
    hopper.setEncodedValuesString(
        "car_access, car_average_speed, road_access, foot_access, foot_average_speed,"
            + " foot_priority, foot_road_access, hike_rating, mtb_rating, country, road_class");
    hopper.setProfiles(
        new Profile("foot").setCustomModel(shortest()),
        new Profile("car").setCustomModel(GHUtility.loadCustomModelFromJar("car.json")));
    hopper.getCHPreparationHandler().setCHProfiles(new CHProfile("foot"), new CHProfile("car"));
    return hopper.importOrLoad();
  }

  /// Every way open on foot at one pace, as our walks.
  private static CustomModel shortest() {
    return new CustomModel()
        .addToPriority(Statement.If("!foot_access", Statement.Op.MULTIPLY, "0"))
        .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "4.788"))
        .setDistanceInfluence(0.0);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private record Toret(CityEngine engine, StreetMode mode) implements Planner {

    @Override
    public String name() {
      return "toret";
    }

    @Override
    public Answer ask(Question question) {
      PathOptions options = PathOptions.of(WalkOptions.upTo(LONGEST_METRES));
      Optional<StreetPath> path =
          engine
              .streets()
              .path(
                  Endpoint.of(new GeoPoint(question.fromLat(), question.fromLon())),
                  Endpoint.of(new GeoPoint(question.toLat(), question.toLon())),
                  mode,
                  options);
      return path.map(found -> Answer.of(found.metres())).orElse(Answer.NONE);
    }

    @Override
    public long cpuNanos() {
      return cpu();
    }

    @Override
    public void close() {}
  }

  private record Hopper(GraphHopper hopper, String profile) implements Planner {

    @Override
    public String name() {
      return "graphhopper 11";
    }

    @Override
    public Answer ask(Question question) {
      GHResponse response =
          hopper.route(
              new GHRequest(
                      question.fromLat(), question.fromLon(), question.toLat(), question.toLon())
                  .setProfile(profile));
      return response.hasErrors() ? Answer.NONE : Answer.of(response.getBest().getDistance());
    }

    @Override
    public long cpuNanos() {
      return cpu();
    }

    @Override
    public void close() {}
  }
}
