package org.inferscope.tab.gpt2.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.Outcome;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.model.gpt2.weights.LayerMatrix;
import org.inferscope.model.gpt2.weights.Level;
import org.inferscope.model.gpt2.weights.Merge;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.Pyramid;
import org.inferscope.model.gpt2.weights.Texels;
import org.inferscope.model.gpt2.weights.TileKey;
import org.inferscope.model.gpt2.weights.WeightNumbers;
import org.inferscope.model.gpt2.weights.WeightStats;
import org.inferscope.tab.gpt2.desk.ModelInUse;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Mode;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Range;
import org.inferscope.tab.gpt2.weights.WeightsPresenter.Cell;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Has everything computed that the view lacks, a job at a time, what is in sight first. Event
 * thread; jobs get copies of what they need.
 */
final class WeightsLoader {
  /** The notebook's range of colours. */
  static final double NOTEBOOK_LIMIT = 0.3;

  /** The part of the numbers that a range by percentile holds. */
  static final double PART = 0.99;

  private static final long CACHE_BYTES = 64L << 20;
  private static final String LANE = "gpt2.weights";

  /** A job gives the thread back after so long, so that what it has made is seen. */
  private static final long TURN_NANOS = 12_000_000;

  /** As {@link #TURN_NANOS}, of histograms, of which one may take a tenth of a second. */
  private static final long READING_NANOS = 40_000_000;

  private final WeightsPresenter presenter;
  private final TileCache tiles = new TileCache(CACHE_BYTES);
  private final Map<LimitId, Double> limits = new HashMap<>();
  private final Set<Object> failed = new HashSet<>();
  private Runnable arrived = () -> {};
  private @Nullable ModelInUse model;
  private @Nullable Rough rough;
  private @Nullable Corner corner;
  private @Nullable Profile profile;
  private @Nullable Cell hovered;
  private List<TileKey> sight = List.of();
  private boolean busy;

  /** What a limit belongs to. */
  private record LimitId(String parameter, Merge merge, Level level) {}

  /** What a job has made. */
  private record Made(List<Tile> tiles, Map<LimitId, Double> limits) {}

  /** What a job does with the weights. */
  @FunctionalInterface
  private interface Reading<T> {
    T run(Gpt2Weights weights, JobContext job);
  }

  WeightsLoader(WeightsPresenter presenter) {
    this.presenter = presenter;
  }

  /** Calls the listener whenever there is something new to paint. */
  void onArrival(Runnable listener) {
    arrived = listener;
  }

  /** Says which tiles are in sight, and has those that are missing made. */
  void see(List<TileKey> keys) {
    if (!keys.equals(sight)) {
      sight = List.copyOf(keys);
      pump();
    }
  }

  /** Says which cell's row and column are wanted; null for those of the selected one. */
  void hover(@Nullable Cell cell) {
    hovered = cell;
    pump();
  }

  /** Starts the next job, unless one runs. */
  void pump() {
    ModelInUse now = presenter.model().orElse(null);
    if (now == null || !now.equals(model)) {
      forget(now);
    }
    if (busy || now == null || !presenter.isInFront()) {
      return;
    }
    presenter.selected().ifPresent(this::next);
  }

  private void forget(@Nullable ModelInUse now) {
    model = now;
    tiles.clear();
    limits.clear();
    failed.clear();
    rough = null;
    corner = null;
    profile = null;
  }

  private void next(ParameterFacts of) {
    Mode mode = presenter.settings().mode();
    boolean started =
        switch (mode) {
          case MATRIX -> roughly(of) || inSight(of) || statistics(of) || lines(of);
          case DISTRIBUTION -> statistics(of);
          case LAYER -> layer();
          case CORNER -> corner(of);
        };
    if (!started && mode != Mode.DISTRIBUTION) {
      statistics(of);
    }
  }

  // ---- the whole matrix

  /** The whole of the selected parameter in few pixels, if it is there yet. */
  Optional<Rough> rough() {
    return Optional.ofNullable(rough)
        .filter(
            each ->
                presenter
                    .selected()
                    .map(ParameterFacts::name)
                    .filter(each.parameter()::equals)
                    .isPresent());
  }

  private boolean roughly(ParameterFacts of) {
    Merge merge = presenter.settings().merge();
    Level level = Level.within(of.rows(), of.cols(), Rough.SIDE);
    Rough now = rough;
    Optional<Rough> there = Optional.ofNullable(now).filter(shown -> shown.isOf(of.name(), merge));
    Colours colours = colours(of.name(), merge, level);
    if (there.filter(shown -> isCurrent(shown.colours(), of.name(), merge, level)).isPresent()) {
      return false;
    }
    boolean byPercentile = isByPercentile();
    Optional<Texels> known = there.map(Rough::texels);
    return submit(
        List.of("rough", of.name(), merge, colours),
        Texts.get("gpt2weights.job.overview", of.name()),
        (weights, job) -> {
          WeightNumbers numbers = WeightNumbers.of(weights, of);
          Texels texels =
              known.orElseGet(() -> Pyramid.whole(numbers, level, merge, job::checkCancelled));
          Colours with = limited(colours, numbers, level, merge, job);
          return new Rough(of.name(), merge, level, texels, with, with.picture(texels));
        },
        made -> {
          rough = made;
          if (byPercentile) {
            limits.put(new LimitId(of.name(), merge, level), made.colours().limit());
          }
        });
  }

  private boolean isByPercentile() {
    return presenter.settings().range() == Range.PERCENTILE;
  }

  /** The colours wanted; NaN as the limit where it has to be found first. */
  private Colours colours(String parameter, Merge merge, Level level) {
    return Colours.upTo(isByPercentile() ? known(parameter, merge, level) : NOTEBOOK_LIMIT);
  }

  private double known(String parameter, Merge merge, Level level) {
    return limits.getOrDefault(new LimitId(parameter, merge, level), Double.NaN);
  }

  private static Colours limited(
      Colours wanted, WeightNumbers numbers, Level level, Merge merge, JobContext job) {
    return Double.isNaN(wanted.limit())
        ? wanted.withLimit(Pyramid.limit(numbers, level, merge, PART, job::checkCancelled))
        : wanted;
  }

  private boolean isCurrent(Colours made, String parameter, Merge merge, Level level) {
    return made.equals(colours(parameter, merge, level));
  }

  /** The value of the strongest colour at a level; empty until it is known. */
  Optional<Double> limit(Level level) {
    if (!isByPercentile()) {
      return Optional.of(NOTEBOOK_LIMIT);
    }
    String name = presenter.selected().map(ParameterFacts::name).orElse("");
    double limit = known(name, presenter.settings().merge(), level);
    return Double.isNaN(limit) ? rough().map(each -> each.colours().limit()) : Optional.of(limit);
  }

  // ---- tiles

  /** A tile of the selected parameter, whatever its colours; null while there is none. */
  @Nullable Tile tile(TileKey key) {
    return presenter
        .selected()
        .map(of -> tiles.get(new Tile.Id(of.name(), presenter.settings().merge(), key)))
        .orElse(null);
  }

  /** Another number after each new tile. */
  int version() {
    return tiles.version();
  }

  /** What the tiles take. */
  long bytes() {
    return tiles.bytes();
  }

  private boolean inSight(ParameterFacts of) {
    Merge merge = presenter.settings().merge();
    tiles.makeRoom(sight.size());
    List<Tile.Id> wanted = new ArrayList<>();
    Map<Tile.Id, Texels> known = new HashMap<>();
    for (TileKey key : sight) {
      Tile.Id id = new Tile.Id(of.name(), merge, key);
      Tile tile = tiles.get(id);
      if (tile == null || !isCurrent(tile.colours(), of.name(), merge, key.level())) {
        wanted.add(id);
        if (tile != null) {
          known.put(id, tile.texels());
        }
      }
    }
    if (wanted.isEmpty() || isBeyond(of)) {
      return false;
    }
    Colours colours = colours(of.name(), merge, wanted.get(0).key().level());
    return submit(
        List.of("tiles", of.name(), merge, wanted, colours),
        Texts.get("gpt2weights.job.tiles", of.name()),
        (weights, job) ->
            tiles(WeightNumbers.of(weights, of), wanted, Map.copyOf(known), colours, job),
        made -> {
          made.tiles().forEach(tiles::put);
          limits.putAll(made.limits());
        });
  }

  /** Tiles of another parameter, whose view has not been painted yet. */
  private boolean isBeyond(ParameterFacts of) {
    return sight.stream()
        .anyMatch(
            key ->
                (long) key.x() * TileKey.SIDE >= key.level().width(of.cols())
                    || (long) key.y() * TileKey.SIDE >= key.level().height(of.rows()));
  }

  private static Made tiles(
      WeightNumbers numbers,
      List<Tile.Id> wanted,
      Map<Tile.Id, Texels> known,
      Colours colours,
      JobContext job) {
    long start = System.nanoTime();
    List<Tile> made = new ArrayList<>();
    Map<LimitId, Double> found = new HashMap<>();
    Tile.Id first = wanted.get(0);
    Colours with = limited(colours, numbers, first.key().level(), first.merge(), job);
    if (Double.isNaN(colours.limit())) {
      found.put(new LimitId(first.parameter(), first.merge(), first.key().level()), with.limit());
    }
    for (Tile.Id id : wanted) {
      Texels texels = known.get(id);
      made.add(
          Tile.of(
              id,
              texels == null
                  ? Pyramid.tile(numbers, id.key(), id.merge(), job::checkCancelled)
                  : texels,
              with));
      if (System.nanoTime() - start > TURN_NANOS) {
        break;
      }
    }
    return new Made(made, found);
  }

  // ---- statistics, profiles, the notebook's pictures

  private boolean statistics(ParameterFacts of) {
    return statistics(List.of(of));
  }

  /** Reads as many as a turn has time for. */
  private boolean statistics(List<ParameterFacts> all) {
    List<ParameterFacts> wanted =
        all.stream().filter(each -> presenter.stats(each.name()).isEmpty()).toList();
    if (wanted.isEmpty()) {
      return false;
    }
    return submit(
        List.of("stats", wanted),
        Texts.get("gpt2weights.job.stats", wanted.get(0).name()),
        (weights, job) -> statistics(weights, wanted, job),
        presenter::computed);
  }

  private static Map<String, WeightStats> statistics(
      Gpt2Weights weights, List<ParameterFacts> wanted, JobContext job) {
    long start = System.nanoTime();
    Map<String, WeightStats> made = new HashMap<>();
    for (ParameterFacts of : wanted) {
      made.put(of.name(), WeightStats.of(WeightNumbers.of(weights, of), job::checkCancelled));
      if (System.nanoTime() - start > READING_NANOS) {
        break;
      }
    }
    return made;
  }

  /** The selected layer's matrices and those it is compared with first, then all others. */
  private boolean layer() {
    List<ParameterFacts> first = new ArrayList<>(ofLayer(presenter.desk().layer()));
    presenter.compared().ifPresent(compared -> first.addAll(ofLayer(compared)));
    int layers = presenter.model().map(used -> used.config().layers()).orElse(0);
    return statistics(first)
        || statistics(
            IntStream.range(0, layers).boxed().flatMap(each -> ofLayer(each).stream()).toList());
  }

  private List<ParameterFacts> ofLayer(int layer) {
    return Arrays.stream(LayerMatrix.values())
        .flatMap(
            matrix -> ParameterFacts.find(presenter.parameters(), matrix.weight(layer)).stream())
        .toList();
  }

  /** Row and column of the hovered or selected cell; empty until they were read. */
  Optional<Profile> profile() {
    Cell cell = wantedCell();
    return Optional.ofNullable(profile)
        .filter(each -> each.cell().equals(cell))
        .filter(
            each ->
                presenter
                    .selected()
                    .map(ParameterFacts::name)
                    .filter(each.parameter()::equals)
                    .isPresent());
  }

  private Cell wantedCell() {
    Cell cell = hovered;
    return cell == null ? presenter.cell() : cell;
  }

  private boolean lines(ParameterFacts of) {
    Cell cell = wantedCell();
    if (profile().isPresent() || cell.row() >= of.rows() || cell.col() >= of.cols()) {
      return false;
    }
    return submit(
        List.of("profile", of.name(), cell),
        Texts.get("gpt2weights.job.profile", of.name()),
        (weights, job) -> Profile.of(of.name(), cell, WeightNumbers.of(weights, of)),
        made -> profile = made);
  }

  /** The notebook's pictures of the selected parameter; empty until its numbers were read. */
  Optional<Corner> corner() {
    return Optional.ofNullable(corner)
        .filter(each -> presenter.selected().filter(each.parameter()::equals).isPresent());
  }

  private boolean corner(ParameterFacts of) {
    if (corner().isPresent()) {
      return false;
    }
    return submit(
        List.of("corner", of.name()),
        Texts.get("gpt2weights.job.corner", of.name()),
        (weights, job) -> Corner.of(of, WeightNumbers.of(weights, of)),
        made -> corner = made);
  }

  /**
   * Starts a job, unless it has failed before. One that is cancelled is not begun again by itself:
   * a person wants it to end, or the service has, which cancels whatever is submitted at once.
   */
  private <T> boolean submit(Object id, String title, Reading<T> reading, Consumer<T> keep) {
    ModelInUse used = model;
    if (used == null || failed.contains(id)) {
      return false;
    }
    busy = true;
    Gpt2Weights weights = used.weights();
    presenter
        .desk()
        .submit(
            LANE,
            title,
            (gpt2, job) -> reading.run(weights, job),
            outcome -> {
              try {
                // What is kept here may lag behind the model in use, while another view is in
                // front.
                if (used.equals(presenter.desk().model().orElse(null))) {
                  take(id, outcome, keep);
                }
              } finally {
                // Not before: who hears of a job asks for the next one, also if it was cancelled.
                busy = false;
              }
              if (!(outcome instanceof Outcome.Cancelled) || !used.equals(model)) {
                pump();
              }
            });
    return true;
  }

  private <T> void take(Object id, Outcome<T> outcome, Consumer<T> keep) {
    if (outcome instanceof Outcome.Done<T> done) {
      keep.accept(done.value());
    } else if (outcome instanceof Outcome.Failed<T> broken) {
      failed.add(id);
      presenter.fail(broken.error().sentence());
    }
    arrived.run();
  }
}
