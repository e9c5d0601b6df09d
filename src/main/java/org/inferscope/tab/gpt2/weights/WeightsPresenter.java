package org.inferscope.tab.gpt2.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Registration;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.weights.LayerMatrix;
import org.inferscope.model.gpt2.weights.Merge;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.WeightNumbers;
import org.inferscope.model.gpt2.weights.WeightRef;
import org.inferscope.model.gpt2.weights.WeightStats;
import org.inferscope.model.gpt2.weights.WeightsExplainer;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.Handover;
import org.inferscope.tab.gpt2.desk.ModelInUse;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.tab.gpt2.desk.WeightsSettings;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Column;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Compare;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Listing;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Mode;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Place;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Range;
import org.inferscope.text.Texts;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;
import org.jspecify.annotations.Nullable;

/** Decides what the view of parameters shows. Confined to the presenter's thread; no toolkit. */
final class WeightsPresenter {
  private final Gpt2Presenter desk;
  private final List<Runnable> listeners = new ArrayList<>();
  private final Map<String, WeightStats> stats = new HashMap<>();
  private @Nullable ModelInUse model;
  private @Nullable Shown pass;
  private List<ParameterFacts> parameters = List.of();
  private List<ParameterFacts> rows = List.of();
  private Listing listed = Listing.FIRST;

  /** What {@link #selected} was found for; painting asks for it again and again. */
  private String selectedName = "";

  private Optional<ParameterFacts> selected = Optional.empty();
  private String problem = "";

  /**
   * A number of the selected parameter.
   *
   * @param row from 0; 0 for a vector
   * @param col from 0
   */
  record Cell(int row, int col) {}

  WeightsPresenter(Gpt2Presenter desk) {
    this.desk = desk;
    follow();
    desk.listen(this::follow);
  }

  /** The tab's presenter. */
  Gpt2Presenter desk() {
    return desk;
  }

  /** Calls the listener after each change that shows here, until the registration is closed. */
  Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void fire() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  private void follow() {
    ModelInUse now = desk.model().orElse(null);
    if (isOther(model, now)) {
      model = now;
      stats.clear();
      problem = "";
      parameters = now == null ? List.of() : ParameterFacts.of(now.weights());
      selectedName = "";
      rows = listed(parameters, settings().listing());
    }
    Shown shown = desk.shown().orElse(null);
    if (isOther(pass, shown)) {
      pass = shown;
      desk.context().inspector().refresh(explainer());
    }
    if (!listed.equals(settings().listing())) {
      rows = listed(parameters, settings().listing());
    }
    if (isInFront()) {
      fire();
    }
  }

  /** Two models, or two passes, are the same only if they are one. */
  private static boolean isOther(@Nullable Object a, @Nullable Object b) {
    return a == null ? b != null : !a.equals(b);
  }

  /** Whether the view is the one in front. */
  boolean isInFront() {
    return desk.state().view() == View.WEIGHTS;
  }

  /** What the person has set. */
  WeightsSettings settings() {
    return desk.state().weights();
  }

  /** The model in use; empty until one was opened. */
  Optional<ModelInUse> model() {
    return Optional.ofNullable(model);
  }

  // ---- the table

  /** All parameters of the model. */
  List<ParameterFacts> parameters() {
    return parameters;
  }

  /** Those that the table shows, in its order. */
  List<ParameterFacts> rows() {
    return rows;
  }

  private List<ParameterFacts> listed(List<ParameterFacts> all, Listing listing) {
    listed = listing;
    List<String> words =
        Arrays.stream(listing.filter().strip().toLowerCase(Locale.ROOT).split("\\s+", -1)).toList();
    Comparator<ParameterFacts> order = order(listing.sort());
    return all.stream()
        .filter(each -> words.stream().allMatch(each.name()::contains))
        .sorted(listing.descending() ? order.reversed() : order)
        .toList();
  }

  private static Comparator<ParameterFacts> order(Column column) {
    return switch (column) {
      case ORDER -> Comparator.comparingInt(ParameterFacts::index);
      case NAME -> Comparator.comparing(ParameterFacts::name, WeightsPresenter::byName);
      case SHAPE ->
          Comparator.comparingInt(ParameterFacts::rows).thenComparingInt(ParameterFacts::cols);
      case COUNT, SHARE -> Comparator.comparingLong(ParameterFacts::count);
    };
  }

  /** Numbers in names count as numbers: h.2 stands before h.10. */
  private static int byName(String a, String b) {
    List<String> left = Arrays.asList(a.split("\\.", -1));
    List<String> right = Arrays.asList(b.split("\\.", -1));
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      String one = left.get(i);
      String other = right.get(i);
      boolean numbers = one.matches("\\d{1,9}") && other.matches("\\d{1,9}");
      int order =
          numbers
              ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
              : one.compareTo(other);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /** Shows only parameters whose names contain all these words. */
  void filter(String words) {
    Listing now = settings().listing();
    change(
        settings -> settings.with(new Listing(words, now.sort(), now.descending())),
        Texts.get("gpt2weights.step.filter"),
        "weights.filter");
  }

  /** Shows the parameters of one block, as the notebook prints them; all if it does already. */
  void filterLayer() {
    String words = "h." + desk.layer() + ".";
    filter(settings().listing().filter().equals(words) ? "" : words);
  }

  /** Sorts by a column: upwards, then downwards, then as the model computes. */
  void sort(Column column) {
    Listing now = settings().listing();
    Listing next;
    if (now.sort() != column) {
      next = new Listing(now.filter(), column, column == Column.COUNT || column == Column.SHARE);
    } else if (now.descending() == (column == Column.COUNT || column == Column.SHARE)) {
      next = new Listing(now.filter(), column, !now.descending());
    } else {
      next = new Listing(now.filter(), Column.ORDER, false);
    }
    change(settings -> settings.with(next), Texts.get("gpt2weights.step.sort"), null);
  }

  // ---- the selected parameter

  /** The selected parameter, or the nearest that this model has; empty without a model. */
  Optional<ParameterFacts> selected() {
    String wanted = settings().parameter();
    if (!wanted.equals(selectedName)) {
      selectedName = wanted;
      selected = find(wanted);
    }
    return selected;
  }

  private Optional<ParameterFacts> find(String wanted) {
    return ParameterFacts.find(parameters, wanted)
        .or(() -> inLastLayer(wanted))
        .or(() -> parameters.stream().findFirst());
  }

  private Optional<ParameterFacts> inLastLayer(String wanted) {
    return model()
        .flatMap(
            used ->
                ParameterFacts.find(
                    parameters,
                    wanted.replaceFirst(
                        "^h\\.\\d+\\.", "h." + (used.config().layers() - 1) + ".")));
  }

  /** Selects a parameter; one of a block selects the block as well. */
  void select(String name) {
    if (selected().map(each -> each.name().equals(name)).orElse(false)) {
      return;
    }
    problem = "";
    OptionalInt layer = layerOf(name);
    desk.change(
        state -> {
          WeightsSettings to = state.weights().withParameter(name);
          return layer.isPresent()
              ? state.with(to).with(state.focus().withHead(layer.getAsInt(), state.focus().head()))
              : state.with(to);
        },
        Texts.get("gpt2weights.step.select"),
        "weights.select");
  }

  /** The block that a parameter belongs to. */
  static OptionalInt layerOf(String name) {
    if (!name.matches("h\\.\\d{1,6}\\..*")) {
      return OptionalInt.empty();
    }
    int end = name.indexOf('.', 2);
    return OptionalInt.of(Integer.parseInt(name.substring(2, end)));
  }

  /** The selected number, one that the parameter has; the first while there is none. */
  Cell cell() {
    return selected()
        .map(
            of ->
                new Cell(
                    Math.min(settings().row(), of.rows() - 1),
                    Math.min(settings().col(), of.cols() - 1)))
        .orElse(new Cell(0, 0));
  }

  /** Selects a number of the parameter. */
  void select(Cell cell) {
    if (!cell.equals(cell())) {
      change(
          settings -> settings.withCell(cell.row(), cell.col()),
          Texts.get("gpt2weights.step.cell"),
          "weights.cell");
    }
  }

  /** Selects a number and shows it in the inspector. */
  void open(Cell cell) {
    select(cell);
    selected().ifPresent(of -> explain(new Gpt2Ref.Weight(of.name(), cell.row(), cell.col())));
  }

  /** A number of the selected parameter; NaN if it can no longer be read. */
  float value(Cell cell) {
    ModelInUse used = model;
    if (used == null) {
      return Float.NaN;
    }
    try {
      return WeightNumbers.of(used.weights(), selected().orElseThrow()).get(cell.row(), cell.col());
    } catch (InferscopeException e) {
      problem = e.sentence();
      return Float.NaN;
    }
  }

  // ---- what was computed

  /** The figures of a parameter, once its numbers were read. */
  Optional<WeightStats> stats(String parameter) {
    return Optional.ofNullable(stats.get(parameter));
  }

  /** Keeps the figures of parameters. */
  void computed(Map<String, WeightStats> made) {
    stats.putAll(made);
    fire();
  }

  /** Says what has gone wrong, in a sentence. */
  void fail(String sentence) {
    problem = sentence;
    fire();
  }

  /** What has gone wrong, in a sentence; empty if nothing has. */
  String problem() {
    return problem;
  }

  /** Explains the figures there are now, and single weights. */
  WeightsExplainer explainer() {
    return new WeightsExplainer(parameters, stats, desk.shown().map(Shown::explainer));
  }

  /** Shows in the inspector how a figure came to be. */
  void explain(WeightRef ref) {
    desk.explain(explainer(), ref);
  }

  private void explain(Gpt2Ref ref) {
    desk.explain(explainer(), ref);
  }

  // ---- what is set

  private void change(UnaryOperator<WeightsSettings> to, String label, @Nullable Object gesture) {
    desk.change(state -> state.with(to.apply(state.weights())), label, gesture);
  }

  /** Shows something else of the parameter. */
  void show(Mode mode) {
    change(settings -> settings.with(mode), Texts.get("gpt2weights.step.mode"), null);
  }

  /** Sets what the strongest colour stands for. */
  void use(Range range) {
    change(settings -> settings.with(range), Texts.get("gpt2weights.step.range"), null);
  }

  /** Sets what a pixel shows that stands for many numbers. */
  void use(Merge merge) {
    change(settings -> settings.with(merge), Texts.get("gpt2weights.step.merge"), null);
  }

  /**
   * Keeps which part of the matrix is in sight.
   *
   * @param gesture what the step is part of; null for a step of its own
   */
  void look(Place place, @Nullable Object gesture) {
    if (!place.equals(settings().place())) {
      change(settings -> settings.with(place), Texts.get("gpt2weights.step.look"), gesture);
    }
  }

  /** Sets which layer's histograms are drawn over those of the selected layer. */
  void compare(Compare compare, int layer) {
    change(settings -> settings.with(compare, layer), Texts.get("gpt2weights.step.compare"), null);
  }

  /** The layer to compare the selected one with, if there is one. */
  OptionalInt compared() {
    int layers = model == null ? 0 : model.config().layers();
    int layer =
        switch (settings().compare()) {
          case NONE -> -1;
          case PREVIOUS -> desk.layer() - 1;
          case CHOSEN -> Math.min(settings().other(), layers - 1);
        };
    return layer >= 0 && layer != desk.layer() ? OptionalInt.of(layer) : OptionalInt.empty();
  }

  // ---- elsewhere

  /** Why the selection cannot be opened elsewhere, in a sentence; empty if it can. */
  String obstacle() {
    return selected()
        .map(of -> Handover.obstacle(desk.shown(), weight(of.name())))
        .orElseGet(() -> Texts.get("gpt2weights.handover.noPass"));
  }

  /** A bias is opened with its weights. */
  private static String weight(String name) {
    return LayerMatrix.of(name).map(LayerMatrix.Of::weight).orElse(name);
  }

  /** Opens the layer around the selected weight, with its real input, in the Linear tab. */
  void openInLinear() {
    if (obstacle().isEmpty()) {
      Cell cell = cell();
      go(
          () ->
              Handover.linear(
                  desk.shown().orElseThrow(),
                  weight(selected().orElseThrow().name()),
                  cell.row(),
                  cell.col(),
                  desk.token()));
    }
  }

  /** Opens the product around the selected weight in the Matmul tab. */
  void openInMatmul() {
    if (obstacle().isEmpty()) {
      Cell cell = cell();
      go(
          () ->
              Handover.multiply(
                  desk.shown().orElseThrow(),
                  weight(selected().orElseThrow().name()),
                  cell.row(),
                  cell.col(),
                  desk.token()));
    }
  }

  /** Opens another tab with numbers read from the weights, or says why they cannot be read. */
  private void go(Supplier<Intent> made) {
    Intent intent;
    try {
      intent = made.get();
    } catch (InferscopeException e) {
      fail(e.sentence());
      return;
    }
    Navigator navigator = desk.context().navigator();
    if (navigator.canOpen(intent)) {
      navigator.open(intent);
    }
  }
}
