package org.inferscope.tab.matmul;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.MatmulRun;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.NumberFit;
import org.inferscope.ui.paint.LineLayout;
import org.inferscope.ui.paint.Token;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the stage is painted from. Keeps the layout and the type chosen for the cells
 * as long as nothing they depend on changes. Event thread.
 */
final class SceneBuilder {
  private record FitKey(StageLayout layout, MatmulState state, @Nullable MatmulRun run) {}

  private final MatmulPresenter presenter;
  private @Nullable StageLayout layout;
  private @Nullable FitKey fitKey;
  private @Nullable NumberFit fit;
  private @Nullable NumberFit fitC;

  SceneBuilder(MatmulPresenter presenter) {
    this.presenter = presenter;
  }

  /** The layout for a stage of this size. A projector shows the sentence in its caption line. */
  StageLayout layout(int width, int height) {
    MatmulState state = presenter.state();
    boolean systolic = presenter.algorithm() == Algorithm.SYSTOLIC && state.shapesFit();
    StageSpec spec =
        new StageSpec(
            width,
            height,
            state.a().rows(),
            state.a().cols(),
            state.b().rows(),
            state.b().cols(),
            state.arrangement(),
            systolic,
            !Metrics.isProjector(),
            Metrics.scale());
    StageLayout current = layout;
    if (current == null || !current.spec().equals(spec)) {
      current = StageLayouts.of(spec);
      layout = current;
    }
    return current;
  }

  /** The scene as it is now. */
  Scene build(int width, int height, Optional<Target> hover) {
    StageLayout stage = layout(width, height);
    MatmulState state = presenter.state();
    Matrix a = state.a().matrix();
    Matrix b = state.b().matrix();
    NumberFit operands = fit(stage, state);
    NumberFit results = fitC == null ? operands : fitC;
    Optional<Moment> moment = presenter.moment();
    List<Token> tokens = moment.map(now -> tokens(now, a, b)).orElse(List.of());
    double smallest = Fonts.smallest();
    LineLayout line = LineLayout.of(tokens, stage.line(), stage.spec().unit(), smallest);
    List<Chip> chips =
        moment.map(now -> Flights.at(now, stage, line, a, b, operands.size())).orElse(List.of());
    return new Scene(
        stage,
        state.a(),
        state.b(),
        moment.orElse(null),
        presenter.mismatch(),
        operands,
        results,
        line,
        chips,
        presenter.narration(),
        presenter.tone(),
        presenter.game(),
        hover);
  }

  private List<Token> tokens(Moment moment, Matrix a, Matrix b) {
    LineWriter writer =
        new LineWriter(
            a, b, (i, j) -> presenter.game().filter(game -> !game.reveals(i, j)).isPresent());
    return presenter
        .game()
        .filter(game -> !moment.isMoving())
        .flatMap(game -> game.asked())
        .map(cell -> writer.dot(cell.row(), cell.column(), a.cols(), -1, Double.NaN))
        .orElseGet(() -> writer.write(moment, presenter.grain()));
  }

  private NumberFit fit(StageLayout stage, MatmulState state) {
    MatmulRun run = presenter.run().orElse(null);
    FitKey key = new FitKey(stage, state, run);
    NumberFit current = fit;
    if (current == null || !key.equals(fitKey)) {
      Matrix c = run == null ? Matrix.zeros(1, 1) : run.product();
      current = Fits.operands(stage, state.a(), state.b(), c, Fonts.smallest());
      fit = current;
      fitC = Fits.result(stage, c, current, Fonts.smallest());
      fitKey = key;
    }
    return current;
  }
}
