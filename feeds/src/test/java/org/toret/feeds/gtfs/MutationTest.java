package org.toret.feeds.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toret.network.timetable.Patterns;
import org.toret.network.timetable.Timetable;

/// Damages a feed in hundreds of ways, from a seed: whatever comes, nothing is thrown, and what is
/// used is a timetable that a search can trust.
final class MutationTest {

  private static final int ROUNDS = 400;
  private static final String ODD = "\",;\n\r\t\0-:. 09ZÀ\ufeff";

  @TempDir private Path folder;

  @Test
  void noDamageIsThrown() throws IOException {
    Random random = new Random(20261007);
    rich().write(folder);
    List<Path> files;
    try (var listed = Files.list(folder)) {
      files = listed.sorted().toList();
    }
    int used = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] good = Files.readAllBytes(file);
      Files.write(file, damaged(good, random));
      TestImport read = TestFeed.read(folder, "");
      assertSound(read.timetable());
      used += read.timetable().trips().count() > 0 ? 1 : 0;
      Files.write(file, good);
    }
    assertThat(used).isBetween(ROUNDS / 2, ROUNDS);
  }

  private static void assertSound(Timetable timetable) {
    Patterns patterns = timetable.patterns();
    boolean sound = true;
    for (int trip = 0; trip < timetable.trips().count(); trip++) {
      int pattern = timetable.trips().patterns()[trip];
      int from = patterns.timeOffset(pattern, trip);
      int last = Integer.MIN_VALUE;
      for (int call = from; call < from + patterns.length(pattern); call++) {
        sound &= patterns.arrivals()[call] >= last;
        sound &= patterns.departures()[call] >= patterns.arrivals()[call];
        last = patterns.departures()[call];
      }
      sound &= patterns.length(pattern) >= 2;
    }
    for (int stop = 0; stop < timetable.stops().count(); stop++) {
      sound &= Math.abs(timetable.stops().point(stop).lat()) <= 90;
    }
    assertThat(sound).isTrue();
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] bad = good.clone();
    for (int i = random.nextInt(3); i >= 0 && bad.length > 0; i--) {
      int at = random.nextInt(bad.length);
      switch (random.nextInt(5)) {
        case 0 -> bad[at] = (byte) random.nextInt(256);
        case 1 -> bad[at] = (byte) ODD.charAt(random.nextInt(ODD.length()));
        case 2 -> bad = Arrays.copyOf(bad, at + 1);
        case 3 -> bad = spliced(bad, at, Math.min(bad.length, at + 1 + random.nextInt(9)), at);
        default -> bad = spliced(bad, at, at, Math.max(0, at - random.nextInt(80)));
      }
    }
    return bad;
  }

  /// Leaves out `from … to - 1`, or repeats `again … from - 1` there.
  private static byte[] spliced(byte[] bytes, int from, int to, int again) {
    byte[] result = new byte[bytes.length - (to - from) + (from - again)];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(bytes, again, result, from, from - again);
    System.arraycopy(bytes, to, result, 2 * from - again, bytes.length - to);
    return result;
  }

  /// A feed that uses every file.
  private static TestFeed rich() {
    return TestFeed.good()
        .file("levels.txt", "level_id,level_index\nu1,-1\n")
        .file(
            "stops.txt",
            """
            stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,level_id
            A,Alfa,45.00,7.6,0,H,u1
            B,Beta,45.01,7.6,0,,
            C,"Gamma, due",45.03,7.6,0,,
            H,Hub,45.00,7.6,1,,
            door,Door,45.00,7.6,2,H,
            """)
        .file("calendar_dates.txt", "service_id,date,exception_type\nS,20261008,2\nR,20261009,1\n")
        .file(
            "trips.txt",
            """
            route_id,service_id,trip_id,trip_headsign,direction_id,block_id,shape_id
            L,S,t,Gamma,0,b,s
            L,S,u,Alfa,1,b,
            L,R,w,"Alfa",1,,
            """)
        .file(
            "stop_times.txt",
            """
            trip_id,arrival_time,departure_time,stop_id,stop_sequence,shape_dist_traveled
            t,8:00:00,8:00:00,A,1,0
            t,,,B,2,1.5
            t,8:30:00,8:30:00,C,3,4
            u,8:40:00,8:41:00,C,1,
            u,,,B,2,
            u,9:00:00,9:00:00,A,3,
            w,23:50:00,23:50:00,C,1,
            w,24:10:00,24:10:00,A,2,
            """)
        .file(
            "shapes.txt",
            "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\n"
                + "s,45.00,7.6,1\ns,45.01,7.61,2\ns,45.03,7.6,3\n")
        .file(
            "frequencies.txt",
            "trip_id,start_time,end_time,headway_secs,exact_times\nw,22:00:00,23:00:00,900,0\n")
        .file(
            "transfers.txt",
            """
            from_stop_id,to_stop_id,from_trip_id,to_trip_id,transfer_type,min_transfer_time
            A,B,,,2,120
            C,C,t,u,1,
            ,,t,u,4,
            """)
        .file(
            "pathways.txt",
            """
            pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,traversal_time
            p,door,A,2,1,30
            """)
        .file(
            "translations.txt",
            "table_name,field_name,language,translation,record_id\nstops,stop_name,en,Alpha,A\n")
        .file("attributions.txt", "organization_name,is_producer\nXtra,1\n");
  }
}
