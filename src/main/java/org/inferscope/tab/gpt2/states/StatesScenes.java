package org.inferscope.tab.gpt2.states;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tab.gpt2.desk.StatesSettings;
import org.inferscope.tab.gpt2.desk.StatesSettings.Colours;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.heatmap.ColourScale;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/**
 * Makes the scene of what is set, and keeps what it has worked out of a pass: going from token to
 * token computes each of them once. Confined to the presenter's thread.
 */
final class StatesScenes {
  private static final double PERCENTILE = 0.99;

  /** The followed token's colour is coral; these follow in the order the tokens were chosen. */
  private static final List<Role> OTHERS =
      List.of(Role.BLUE, Role.PLUM, Role.GREEN, Role.RESULT, Role.COLUMN);

  private final Gpt2Presenter presenter;
  private final Map<Integer, TokenLine> lines = new HashMap<>();
  private final Map<Integer, Double> limits = new HashMap<>();
  private @Nullable Shown pass;
  private @Nullable Key key;
  private @Nullable StatesScene scene;

  private record Key(int token, StatesSettings settings) {}

  StatesScenes(Gpt2Presenter presenter) {
    this.presenter = presenter;
  }

  /** What there is to show; the same object while nothing has changed. Empty without a pass. */
  Optional<StatesScene> current() {
    Optional<Shown> shown = presenter.shown();
    if (shown.isEmpty()) {
      forget(null);
      return Optional.empty();
    }
    Shown now = shown.get();
    if (!isKept(now)) {
      forget(now);
    }
    Key wanted = new Key(presenter.token(), presenter.state().states());
    StatesScene made = scene;
    if (made == null || !wanted.equals(key)) {
      made = make(now, wanted);
      scene = made;
      key = wanted;
    }
    return Optional.of(made);
  }

  // Two passes are the same only if they are one.
  @SuppressWarnings("ReferenceEquality")
  private boolean isKept(Shown now) {
    return now == pass;
  }

  private void forget(@Nullable Shown now) {
    pass = now;
    scene = null;
    key = null;
    lines.clear();
    limits.clear();
  }

  private StatesScene make(Shown shown, Key wanted) {
    StatesSettings settings = wanted.settings();
    int width = shown.config().width();
    int columns = columns(settings, width);
    int from = Math.min(settings.from(), width - columns);
    Matrix values = values(shown.trace(), wanted.token(), from, columns);
    double limit =
        settings.colours() == Colours.IN_VIEW
            ? ColourScale.limit(values)
            : limits.computeIfAbsent(wanted.token(), token -> limit(shown.trace(), token));
    return new StatesScene(shown, lines(shown, wanted), from, values, limit);
  }

  /** How many dimensions are in view of a model of a width. */
  static int columns(StatesSettings settings, int width) {
    return Math.min(width, Math.max(StatesSettings.FEWEST_COLUMNS, settings.columns()));
  }

  private List<TokenLine> lines(Shown shown, Key wanted) {
    List<TokenLine> all = new ArrayList<>();
    all.add(line(shown, wanted.token(), Role.ROW));
    List<Integer> others = wanted.settings().others();
    for (int i = 0; i < others.size(); i++) {
      int position = others.get(i);
      if (position < shown.trace().tokens() && position != wanted.token()) {
        all.add(line(shown, position, OTHERS.get(i)));
      }
    }
    return all;
  }

  private TokenLine line(Shown shown, int position, Role role) {
    return lines
        .computeIfAbsent(
            position, at -> TokenLine.of(shown.trace(), at, shown.tokens().word(at), role))
        .in(role);
  }

  private static Matrix values(Gpt2Trace trace, int token, int from, int columns) {
    List<Matrix> states = states(trace);
    return Matrix.generate(states.size(), columns, (i, j) -> states.get(i).get(token, from + j));
  }

  private static List<Matrix> states(Gpt2Trace trace) {
    return IntStream.rangeClosed(0, trace.config().layers()).mapToObj(trace::hiddenState).toList();
  }

  /** Of some thousand values a few are so large that all others would be pale beside them. */
  private static double limit(Gpt2Trace trace, int token) {
    int width = trace.config().width();
    List<Matrix> states = states(trace);
    float[] sizes = new float[states.size() * width];
    for (int i = 0; i < sizes.length; i++) {
      float size = Math.abs(states.get(i / width).get(token, i % width));
      sizes[i] = Float.isFinite(size) ? size : 0;
    }
    Arrays.sort(sizes);
    float most = sizes[(int) (PERCENTILE * (sizes.length - 1))];
    return ColourScale.limit(Matrix.of(1, 1, new float[] {most}));
  }
}
