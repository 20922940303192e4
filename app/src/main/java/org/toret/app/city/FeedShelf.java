package org.toret.app.city;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.toret.app.data.DataFolder;
import org.toret.app.data.Source;
import org.toret.app.data.SourceKind;
import org.toret.base.notice.Notice;
import org.toret.base.notice.Notices;
import org.toret.base.notice.Place;
import org.toret.base.notice.Severity;
import org.toret.base.outcome.Outcome;

/// The feed versions that operators put in while the server runs, kept in `STATE/feeds`, since the
/// data folder itself is never written to.
///
/// A version put in stands in for the file of the same feed id for as long as that file stays what
/// it was then; when the file changes, the file is the newer word and counts again.
public final class FeedShelf {

  private static final String FEED = "feed.zip";
  private static final String REPLACES = "replaces.txt";
  private static final String NOTHING = "nothing";

  private final Path shelves;

  FeedShelf(Path state) {
    this.shelves = state.resolve("feeds");
  }

  /// The inputs of a folder with what was put in for it.
  Inputs applied(DataFolder folder) throws IOException {
    Path shelf = shelf(folder);
    if (!Files.isDirectory(shelf)) {
      return Inputs.of(folder);
    }
    List<Source> sources = new ArrayList<>(folder.sources());
    Notices notices = new Notices();
    notices.addAll(folder.notices());
    List<Path> put;
    try (Stream<Path> stream = Files.list(shelf)) {
      put = stream.filter(path -> Files.exists(path.resolve(FEED))).sorted().toList();
    }
    for (Path feed : put) {
      apply(feed, sources, notices);
    }
    return Inputs.of(new DataFolder(folder.root(), folder.config(), List.copyOf(sources), notices));
  }

  /// The inputs of a folder as they would be with one more feed version.
  public Inputs with(Inputs current, String id, Path feed) throws IOException {
    DataFolder folder = current.folder();
    List<Source> sources = new ArrayList<>(folder.sources());
    sources.removeIf(source -> source.kind() == SourceKind.GTFS && source.id().equals(id));
    sources.add(new Source(SourceKind.GTFS, id, feed, id + ".zip"));
    return Inputs.of(
        new DataFolder(folder.root(), folder.config(), List.copyOf(sources), folder.notices()));
  }

  /// Keeps a feed version for good; returns where it lies.
  public Path keep(DataFolder folder, String id, Path feed) throws IOException {
    Path place = shelf(folder).resolve(id);
    Files.createDirectories(place);
    Optional<Source> replaced =
        switch (DataFolder.read(folder.root())) {
          case Outcome.Done<DataFolder>(DataFolder original) -> find(original.sources(), id);
          case Outcome.Refused<DataFolder> gone -> Optional.empty();
        };
    String hash = replaced.isEmpty() ? NOTHING : new Sha256().content(replaced.get().path()).hex();
    Path part = Files.createTempFile(place, "", ".part");
    Files.copy(feed, part, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(place.resolve(REPLACES), hash);
    Files.move(part, place.resolve(FEED), StandardCopyOption.ATOMIC_MOVE);
    return place.resolve(FEED);
  }

  private static void apply(Path put, List<Source> sources, Notices notices) throws IOException {
    String id = put.getFileName().toString();
    String replaces = Files.readString(put.resolve(REPLACES), StandardCharsets.UTF_8).strip();
    Optional<Source> source = find(sources, id);
    String now = source.isEmpty() ? NOTHING : new Sha256().content(source.get().path()).hex();
    Place place = Place.ofFeed(id);
    if (!now.equals(replaces)) {
      notices.add(Notice.of("put_in_outdated", Severity.WARNING, place, id));
      return;
    }
    source.ifPresent(sources::remove);
    sources.add(new Source(SourceKind.GTFS, id, put.resolve(FEED), id + ".zip"));
    notices.add(Notice.of("put_in_used", Severity.INFO, place, id));
  }

  private static Optional<Source> find(List<Source> sources, String id) {
    return sources.stream()
        .filter(source -> source.kind() == SourceKind.GTFS && source.id().equals(id))
        .findFirst();
  }

  private Path shelf(DataFolder folder) {
    String root = folder.root().toAbsolutePath().normalize().toString();
    return shelves.resolve(new Sha256().text(root).hex().substring(0, 16));
  }
}
