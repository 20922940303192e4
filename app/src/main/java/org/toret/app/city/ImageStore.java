package org.toret.app.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.toret.base.outcome.Outcome;
import org.toret.network.image.ImageFile;
import org.toret.network.image.ImageWriter;

/// Keeps compiled cities in `STATE/images/<hash of inputs and format>/`.
///
/// A city is written into a folder beside and moved under its name when it is whole, so that an
/// interruption leaves nothing half-written that anybody would read. The newest few are kept; what
/// interrupted runs left behind is cleared after a day.
public final class ImageStore {

  /// The columns, inside the folder of a city.
  public static final String IMAGE = "city.img";

  private static final String ABOUT = "about.json";
  private static final String PART = ".part-";
  private static final int KEPT = 4;

  private final Path images;
  private final Clock clock;

  /// A store below a state folder, which need not exist yet.
  public ImageStore(Path state, Clock clock) {
    this.images = state.resolve("images");
    this.clock = clock;
  }

  /// The folder of a city, there or not.
  public Path folder(String inputHash) {
    return images.resolve(inputHash);
  }

  /// Opens a stored city. Refused as `image_absent`, or with what is wrong with the file.
  public Outcome<StoredCity> find(String inputHash) {
    Path folder = folder(inputHash);
    Path file = folder.resolve(IMAGE);
    if (!Files.isRegularFile(file)) {
      return Outcome.refused("image_absent", file);
    }
    return ImageFile.open(file)
        .then(image ->
            About.read(folder.resolve(ABOUT))
                .map(about -> Outcome.done(new StoredCity(folder, image, about)))
                .orElseGet(() -> Outcome.refused("image_damaged", file, "no " + ABOUT)));
  }

  /// Writes what else belongs to a city into its folder.
  public interface Extras {
    void write(Path folder) throws IOException;
  }

  /// Stores a city under the hash of its inputs, in place of what may lie there, and opens it.
  public StoredCity save(About about, ImageWriter columns, Extras extras) throws IOException {
    Files.createDirectories(images);
    Path part = Files.createTempDirectory(images, PART);
    Thread cleaner = new Thread(() -> quietlyDelete(part));
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      columns.write(part.resolve(IMAGE));
      extras.write(part);
      about.write(part.resolve(ABOUT));
      Path folder = folder(about.inputHash());
      if (Files.exists(folder)) {
        Path old = Files.createTempDirectory(images, PART);
        Files.move(folder, old.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
        delete(old);
      }
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Runtime.getRuntime().removeShutdownHook(cleaner);
      delete(part);
    }
    prune(about.inputHash());
    return switch (find(about.inputHash())) {
      case Outcome.Done<StoredCity>(StoredCity stored) -> stored;
      case Outcome.Refused<StoredCity>(String code, List<String> args) ->
          throw new IOException("Cannot read what was just written: " + code + " " + args);
    };
  }

  private void prune(String current) throws IOException {
    List<Path> folders;
    try (Stream<Path> stream = Files.list(images)) {
      folders = stream.sorted(Comparator.comparing(ImageStore::modified).reversed()).toList();
    }
    Instant yesterday = clock.instant().minus(Duration.ofDays(1));
    int kept = 0;
    for (Path folder : folders) {
      boolean part = folder.getFileName().toString().startsWith(PART);
      if (part) {
        if (modified(folder).toInstant().isBefore(yesterday)) {
          delete(folder);
        }
      } else if (++kept > KEPT && !folder.endsWith(current)) {
        delete(folder);
      }
    }
  }

  private static FileTime modified(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /// When the process is ended from outside; what cannot be deleted is cleared another day.
  private static void quietlyDelete(Path part) {
    try {
      delete(part);
    } catch (IOException e) {
      part.toFile().deleteOnExit();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> stream = Files.walk(folder)) {
      paths = stream.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
