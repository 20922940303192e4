package org.toret.app.city;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.toret.app.data.DataFolder;
import org.toret.base.outcome.Outcome;

/// Gets a city ready to be opened: the stored one where the inputs are the same, else compiled.
public final class CityPreparation {

  private static final String NOT_YET = "image_absent";

  private final Optional<Path> data;
  private final Path state;
  private final ImageStore store;
  private final CityCompiler compiler;

  /// @param data folder of published files; without it the demo city, written below `state`
  /// @param state folder in which compiled cities are kept
  public CityPreparation(Optional<Path> data, Path state, Clock clock) {
    this.data = data;
    this.state = state;
    this.store = new ImageStore(state, clock);
    this.compiler = new CityCompiler(store, clock);
  }

  /// The folder of published files; for the demo city the one it is written to.
  public Outcome<DataFolder> folder() {
    try {
      return DataFolder.read(data.isPresent() ? data.get() : DemoFolder.ready(state));
    } catch (IOException e) {
      return Outcome.refused("state_unwritable", state, e);
    }
  }

  /// A file of the state folder for what is remembered of the city of a folder.
  public Path history(DataFolder folder) {
    String root = folder.root().toAbsolutePath().normalize().toString();
    String name = new Sha256().text(root).hex().substring(0, 16) + ".bin";
    return state.resolve("history").resolve(name);
  }

  /// What the city is to be compiled from, as it lies there now.
  public Outcome<Inputs> inputs() {
    return folder()
        .then(folder -> {
          try {
            return Outcome.done(new FeedShelf(state).applied(folder));
          } catch (IOException e) {
            return Outcome.refused("data_unreadable", folder.root(), e);
          }
        });
  }

  /// The stored city of these inputs, else a newly compiled one.
  ///
  /// @param unusable hears why a stored city is there but cannot be used
  public Outcome<StoredCity> prepare(
      Inputs inputs, CityProgress progress, Consumer<Outcome.Refused<?>> unusable) {
    Outcome<StoredCity> stored = store.find(inputs.hash());
    if (stored instanceof Outcome.Done<StoredCity>) {
      return stored;
    }
    if (stored instanceof Outcome.Refused<StoredCity> refused && !refused.code().equals(NOT_YET)) {
      unusable.accept(refused);
    }
    return compile(inputs, progress);
  }

  /// A newly compiled city, whatever is stored.
  public Outcome<StoredCity> compile(Inputs inputs, CityProgress progress) {
    return compiler.compile(inputs, progress);
  }

  /// Where the image of a stored city lies, for copying it elsewhere.
  public static Path image(StoredCity stored) {
    return stored.folder().resolve(ImageStore.IMAGE);
  }

  /// The feeds that were put in by hand, for those who put in more.
  public FeedShelf shelf() {
    return new FeedShelf(state);
  }
}
