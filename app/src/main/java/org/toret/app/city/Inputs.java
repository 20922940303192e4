package org.toret.app.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.toret.app.data.CityConfig;
import org.toret.app.data.DataFolder;
import org.toret.app.data.Source;
import org.toret.app.data.SourceKind;
import org.toret.feeds.datex.ParkingTables;
import org.toret.feeds.fivet.FiveT;
import org.toret.feeds.gbfs.GbfsFolder;
import org.toret.feeds.parking.ParkingJson;
import org.toret.network.image.ImageWriter;

/// What a city is compiled from, with the hash under which the result is stored: the same files and
/// the same format give the same hash, wherever they lie and whenever they were copied.
///
/// @param list the sources that are used, in the order of their names
/// @param hash in hexadecimal
public record Inputs(DataFolder folder, List<Input> list, String hash) {

  /// One source with its content hash.
  public record Input(Source source, String sha256, long bytes) {}

  /// Reads every used file of a folder once; about a second per gigabyte.
  public static Inputs of(DataFolder folder) throws IOException {
    List<Input> list = new ArrayList<>();
    List<Source> used = folder.sources().stream().filter(s -> s.kind().isUsed()).toList();
    for (Source source : used) {
      String sha256 = sha256(source);
      list.add(new Input(source, sha256, bytes(source.path())));
    }
    list.sort(Comparator.comparing(input -> input.source().id()));
    Sha256 all = new Sha256().text("format " + ImageWriter.VERSION + "." + CityCompiler.VERSION);
    all.text(folder.config().name());
    for (Input input : list) {
      all.text(input.source().kind().id()).text(input.source().id()).text(input.sha256());
    }
    List<String> extra = new ArrayList<>(folder.config().rules());
    extra.add(CityConfig.FILE);
    for (String name : extra) {
      Path file = folder.root().resolve(name);
      if (Files.isRegularFile(file)) {
        all.text(name).content(file);
      }
    }
    return new Inputs(folder, List.copyOf(list), all.hex());
  }

  /// The inputs of a kind.
  public List<Input> list(SourceKind kind) {
    return list.stream().filter(input -> input.source().kind() == kind).toList();
  }

  /// Size of all files together.
  public long bytes() {
    return list.stream().mapToLong(Input::bytes).sum();
  }

  /// What is lasting of files that tell news as well; empty for others, and for what cannot be
  /// read.
  private static Optional<String> lasting(Source source) {
    try {
      return switch (source.kind()) {
        case FIVE_T -> Optional.of(FiveT.lasting(source.path()));
        case DATEX2 -> Optional.of(ParkingTables.lasting(source.path()));
        case PARKING -> Optional.of(ParkingJson.lasting(source.id(), source.path()));
        default -> Optional.empty();
      };
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// What a sharing system says anew every minute is no part of what is compiled.
  private static String sha256(Source source) throws IOException {
    Sha256 sum = new Sha256();
    if (source.kind() != SourceKind.GBFS) {
      Optional<String> lasting = lasting(source);
      return (lasting.isPresent() ? sum.text(lasting.get()) : sum.content(source.path())).hex();
    }
    List<Path> files;
    try (Stream<Path> stream = Files.list(source.path())) {
      files =
          stream
              .filter(file -> Files.isRegularFile(file) && !GbfsFolder.isChanging(file))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      sum.text(String.valueOf(file.getFileName())).content(file);
    }
    return sum.hex();
  }

  private static long bytes(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Files.size(path);
    }
    long sum = 0;
    List<Path> children;
    try (Stream<Path> stream = Files.list(path)) {
      children = stream.toList();
    }
    for (Path child : children) {
      sum += bytes(child);
    }
    return sum;
  }
}
