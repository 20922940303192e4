package org.toret.app.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.toret.app.data.DataFolder;
import org.toret.base.notice.Notices;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleTableReader;
import org.toret.feeds.datex.ControlledZones;
import org.toret.feeds.datex.ParkingTables;
import org.toret.feeds.elevation.GeoTiff;
import org.toret.feeds.fivet.FiveT;
import org.toret.feeds.gbfs.GbfsImport;
import org.toret.feeds.gbfs.GbfsStatus;
import org.toret.feeds.gtfs.GtfsImport;
import org.toret.feeds.gtfs.GtfsOptions;
import org.toret.feeds.gtfs.fares.GtfsFares;
import org.toret.feeds.gtfsrt.LiveChanges;
import org.toret.feeds.gtfsrt.RealtimeReader;
import org.toret.feeds.osm.OsmImport;
import org.toret.feeds.parking.ParkingJson;
import org.toret.network.flex.OnDemandBuilder;
import org.toret.network.image.ImageFile;
import org.toret.network.parking.CarParks;
import org.toret.network.parking.CarParksBuilder;
import org.toret.network.sharing.AvailabilityBuilder;
import org.toret.network.sharing.Sharing;
import org.toret.network.sharing.SharingBuilder;
import org.toret.network.street.StreetNetwork;
import org.toret.network.timetable.Timetable;
import org.toret.network.timetable.build.TimetableBuilder;
import org.toret.network.zone.AccessZonesBuilder;

/// Every reader of files, with good files to damage.
final class Readers {

  private static final long QUICK = 5_000;
  private static final long SLOW = 20_000;

  private final Path work;

  /// @param work folder for the files while they are read
  Readers(Path work) {
    this.work = work;
  }

  /// A folder of files, each of which is damaged while the others stay good.
  Reader folder(String name, Path good, Reader.Reading reading) throws IOException {
    Path copy = work.resolve(name);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(good)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    Files.createDirectories(copy);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(copy.resolve(file.getKey()), file.getValue());
    }
    List<String> names = List.copyOf(files.keySet());
    List<byte[]> seeds = List.copyOf(files.values());
    return new Reader(
        name,
        seeds,
        SLOW,
        (bytes, seed) -> {
          Path file = copy.resolve(names.get(seed));
          Files.write(file, bytes);
          reading.read(bytes, seed);
          Files.write(file, seeds.get(seed));
        });
  }

  /// Files that are read one by one.
  Reader file(String name, List<byte[]> seeds, long longestMillis, OneFile reading) {
    return new Reader(
        name,
        seeds,
        longestMillis,
        (bytes, seed) -> {
          Path file = work.resolve(name + ".file");
          Files.write(file, bytes);
          reading.read(file);
        });
  }

  interface OneFile {
    void read(Path file) throws IOException;
  }

  static List<byte[]> bytes(List<Path> files) throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (Path file : files) {
      all.add(Files.readAllBytes(file));
    }
    return all;
  }

  Reader gtfsFolder(Path good) throws IOException {
    return folder("gtfs", good, (bytes, seed) -> gtfs(work.resolve("gtfs")));
  }

  /// Reads the timetable in the folder of a reader of that name.
  Reader.Reading gtfsIn(Path name) {
    return (bytes, seed) -> gtfs(work.resolve(name));
  }

  Reader gtfsZip(List<byte[]> seeds) {
    return file("gtfs-zip", seeds, SLOW, Readers::gtfs);
  }

  private static void gtfs(Path path) {
    Notices notices = new Notices();
    GtfsOptions options = new GtfsOptions(LocalDate.of(2026, 9, 15), "");
    TimetableBuilder builder = new TimetableBuilder();
    OnDemandBuilder rides = new OnDemandBuilder();
    var outcome =
        GtfsImport.read("f", path, options, builder, rides, notices, (what, done, total) -> {});
    Timetable timetable = builder.build();
    rides.build();
    if (outcome instanceof Outcome.Done<?>) {
      GtfsFares.read(timetable, Map.of("f", path), notices);
    }
  }

  Reader realtime(List<byte[]> seeds) {
    return new Reader(
        "gtfs-realtime",
        seeds,
        QUICK,
        (bytes, seed) ->
            RealtimeReader.read("f", bytes, RealtimeReader.Limits.STANDARD, new Notices())
                .ifPresent(message -> LiveChanges.of("s", "f", message, 0)));
  }

  Reader fiveT(List<byte[]> seeds) {
    return file(
        "5t",
        seeds,
        QUICK,
        file -> {
          Notices notices = new Notices();
          CarParksBuilder parks = new CarParksBuilder();
          FiveT.parks("f", file, parks, notices);
          FiveT.state("f", file, parks.build(), notices);
          AccessZonesBuilder zones = new AccessZonesBuilder();
          FiveT.zones("f", file, zones, notices);
          zones.build(StreetNetwork.EMPTY);
        });
  }

  Reader datex(List<byte[]> seeds) {
    return file(
        "datex",
        seeds,
        QUICK,
        file -> {
          Notices notices = new Notices();
          CarParksBuilder parks = new CarParksBuilder();
          ParkingTables.parks("f", file, parks, notices);
          ParkingTables.state("f", file, List.of("p1"), parks.build(), notices);
          AccessZonesBuilder zones = new AccessZonesBuilder();
          ControlledZones.read("f", file, zones, notices);
          zones.build(StreetNetwork.EMPTY);
        });
  }

  Reader parking(List<byte[]> seeds) {
    return file(
        "parking",
        seeds,
        QUICK,
        file -> {
          Notices notices = new Notices();
          CarParksBuilder builder = new CarParksBuilder();
          ParkingJson.parks("f", file, builder, notices);
          CarParks parks = builder.build();
          ParkingJson.state("f", file, parks, notices);
        });
  }

  Reader gbfs(String name, Path good) throws IOException {
    Path copy = work.resolve(name);
    return folder(
        name,
        good,
        (bytes, seed) -> {
          Notices notices = new Notices();
          SharingBuilder builder = new SharingBuilder();
          GbfsImport.read("f", copy, builder, notices);
          Sharing sharing = builder.build();
          if (sharing.systems().count() > 0) {
            AvailabilityBuilder availability = new AvailabilityBuilder(sharing);
            GbfsStatus.read(copy, sharing, 0, availability, notices);
            availability.build();
          }
        });
  }

  Reader streets(List<byte[]> seeds) {
    return file(
        "osm-pbf",
        seeds,
        SLOW,
        file ->
            OsmImport.read(
                List.of(file),
                (lat, lon) -> 0,
                new CarParksBuilder(),
                new Notices(),
                (step, share) -> {}));
  }

  Reader elevation(List<byte[]> seeds) {
    return file("geotiff", seeds, SLOW, GeoTiff::read);
  }

  Reader rules(List<byte[]> seeds) {
    return new Reader(
        "rules",
        seeds,
        QUICK,
        (bytes, seed) ->
            new RuleTableReader("r.csv", new Notices())
                .read(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
  }

  /// `city.yaml`, and how files of any kind are recognised.
  Reader dataFolder(Path good) throws IOException {
    return folder(
        "data-folder", good, (bytes, seed) -> DataFolder.read(work.resolve("data-folder")));
  }

  /// Images whose hash fits, so that what lies behind it is reached; refusing is right, and so is
  /// the exception that says what is damaged, since nobody but the program writes images.
  Reader image(List<byte[]> seeds) {
    return file(
        "image",
        seeds,
        SLOW,
        file -> {
          ImageFile.open(file);
          byte[] bytes = Files.readAllBytes(file);
          if (bytes.length < 56) {
            return;
          }
          Files.write(file, rehashed(bytes));
          ImageFile.open(file);
        });
  }

  private static byte[] rehashed(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 56, bytes.length - 56);
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      buffer.putLong(16, bytes.length);
      buffer.put(24, digest.digest());
      return bytes;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /// Published sample files, where there are any.
  static Optional<Path> published() {
    return Optional.ofNullable(System.getenv("TORET_DATA"))
        .map(Path::of)
        .filter(Files::isDirectory);
  }
}
