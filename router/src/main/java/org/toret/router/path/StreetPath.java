package org.toret.router.path;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toret.base.geo.GeoPoint;

/// A way from one end to the other.
///
/// @param seconds whole time, the ways to and from the street included; cars at free flow unless
///   `traffic` is told
/// @param metres whole length
/// @param offStreetSeconds part of `seconds` that is walked between the ends and the street, for
///   bicycle and car
/// @param offStreetMetres part of `metres` that is walked there
/// @param ascentMetres climbing; 0 when the city has no elevation
/// @param descentMetres going down
/// @param line from end to end
/// @param steps what to do, first [StepDirection#DEPART], last [StepDirection#ARRIVE]
/// @param estimated whether this is a straight line with a detour factor, for want of streets
/// @param track the stretches of street, for bicycle and car
/// @param traffic what the roads of now have to do with it, null where nothing is told of them
public record StreetPath(
    StreetMode mode,
    int seconds,
    int metres,
    int offStreetSeconds,
    int offStreetMetres,
    int ascentMetres,
    int descentMetres,
    List<GeoPoint> line,
    List<PathStep> steps,
    boolean estimated,
    RideTrack track,
    @Nullable Traffic traffic) {

  /// A drive on the roads of now.
  ///
  /// @param publishedSeconds what the same way takes at free flow
  /// @param toldMetres how much of it is on streets whose speed of now is known
  public record Traffic(int publishedSeconds, int toldMetres) {}

  public StreetPath {
    line = List.copyOf(line);
    steps = List.copyOf(steps);
  }

  /// The same path with the stretches it takes.
  StreetPath with(RideTrack taken) {
    return new StreetPath(
        mode,
        seconds,
        metres,
        offStreetSeconds,
        offStreetMetres,
        ascentMetres,
        descentMetres,
        line,
        steps,
        estimated,
        taken,
        traffic);
  }

  /// Average speed while moving by the path's mode; 0 when it has no length.
  public double averageKmh() {
    int moving = seconds - offStreetSeconds;
    return moving <= 0 ? 0 : (metres - offStreetMetres) * 3.6 / moving;
  }
}
