package org.toret.app.keep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.toret.app.city.CityPreparation;
import org.toret.app.city.CityProgress;
import org.toret.app.city.Inputs;
import org.toret.app.city.StoredCity;
import org.toret.base.outcome.Outcome;
import org.toret.base.rules.RuleBook;
import org.toret.network.image.DamagedImageException;

/// Keeps the city that answers equal to the files it is made of: looks now and then whether they
/// have changed, compiles a new city beside and swaps it in. Only one city is compiled at a time.
public final class CityKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(CityKeeper.class);
  private static final String DAMAGED = "image_damaged";

  private final CityPreparation preparation;
  private final CityHolder holder;
  private final RuleBook rules;
  private Optional<FileStamps> seen = Optional.empty();
  private Optional<FileStamps> changing = Optional.empty();

  public CityKeeper(CityPreparation preparation, CityHolder holder, RuleBook rules) {
    this.preparation = preparation;
    this.holder = holder;
    this.rules = rules;
  }

  public CityHolder holder() {
    return holder;
  }

  /// Where it is kept how stations and car parks of a city were at earlier times.
  public Path history(OpenCity city) {
    return preparation.history(city.inputs().folder());
  }

  CityPreparation preparation() {
    return preparation;
  }

  /// Gets the city of the files as they are now ready, and serves it.
  ///
  /// @param ears hear how far it is, and why a stored city could not be used
  public synchronized Outcome<OpenCity> refresh(Ears ears) {
    Outcome<OpenCity> outcome =
        preparation
            .inputs()
            .then(inputs -> {
              seen = Optional.of(FileStamps.of(inputs.folder().root()));
              return renewed(inputs).map(Outcome::done).orElseGet(() -> open(inputs, ears));
            });
    if (outcome instanceof Outcome.Done<OpenCity>(OpenCity city)) {
      if (holder.find().filter(city::isSameImage).isPresent()) {
        holder.show(city);
      } else {
        holder.swap(city);
      }
    }
    return outcome;
  }

  /// The city that answers with what the files tell of now, where nothing else has changed in them.
  private Optional<OpenCity> renewed(Inputs inputs) {
    return holder
        .find()
        .filter(city -> city.inputs().hash().equals(inputs.hash()))
        .map(city -> city.renewed(inputs));
  }

  /// Looks once whether files have changed, and refreshes when they are as they were at the last
  /// look, so that copying is over. A city that cannot be compiled any more is logged, and the one
  /// before stays.
  public void look() {
    Optional<FileStamps> before = seen;
    if (before.isEmpty()) {
      return;
    }
    FileStamps now = FileStamps.of(before.get().root());
    boolean atRest = changing.filter(now::equals).isPresent();
    changing = Optional.of(now);
    if (now.equals(before.get()) || !atRest) {
      return;
    }
    String old = holder.get().imageHash();
    LOG.info("Files in {} have changed", now.root());
    switch (refresh(Ears.NONE)) {
      case Outcome.Done<OpenCity>(OpenCity city) -> {
        boolean other = !city.imageHash().equals(old);
        LOG.info("Serving image {}{}", city.imageHash(), other ? " instead of " + old : " still");
      }
      case Outcome.Refused<OpenCity>(String code, List<String> args) -> {
        seen = Optional.of(now);
        LOG.warn("The changed files are refused ({} {}); the old city stays", code, args);
      }
    }
  }

  /// Opens the city of these inputs, stored or compiled, without serving it yet. What was stored
  /// and cannot be opened is compiled anew.
  synchronized Outcome<OpenCity> open(Inputs inputs, Ears ears) {
    Outcome<OpenCity> stored =
        preparation
            .prepare(inputs, ears.progress(), ears.unusable())
            .then(city -> opened(inputs, city));
    if (stored instanceof Outcome.Refused<OpenCity> refused && refused.code().equals(DAMAGED)) {
      ears.unusable().accept(refused);
      return preparation.compile(inputs, ears.progress()).then(city -> opened(inputs, city));
    }
    return stored;
  }

  private Outcome<OpenCity> opened(Inputs inputs, StoredCity stored) {
    try {
      return Outcome.done(OpenCity.open(inputs, stored, rules));
    } catch (IOException | DamagedImageException e) {
      return Outcome.refused(DAMAGED, stored.folder(), String.valueOf(e.getMessage()));
    }
  }

  /// Who listens while a city is made ready.
  ///
  /// @param progress hears how far it is
  /// @param unusable hears why a stored city is there but cannot be used
  public record Ears(
      CityProgress progress, java.util.function.Consumer<Outcome.Refused<?>> unusable) {

    static final Ears NONE = new Ears(CityProgress.NONE, refused -> {});
  }
}
