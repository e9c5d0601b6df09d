package org.inferscope.tab.linear;

import java.util.OptionalInt;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.NumberFit;
import org.inferscope.ui.heatmap.HeatmapPainter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.paint.LineLayout;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the stage is painted from. Keeps the layout and the type chosen for the cells
 * as long as nothing they depend on changes. Event thread.
 */
final class SceneBuilder {
  /** What the title of y with its formula takes, unscaled. */
  private static final double FORMULA_WIDTH = 136;

  /** How much of the width of a cell a number may take. */
  private static final double AIRY = 0.88;

  private final LinearPresenter presenter;
  private final LineWriter line;
  private final TermsWriter terms;
  private final Fitted w = new Fitted();
  private final Fitted x = new Fitted();
  private final Fitted y = new Fitted();
  private @Nullable StageLayout layout;

  SceneBuilder(LinearPresenter presenter) {
    this.presenter = presenter;
    line = new LineWriter(presenter);
    terms = new TermsWriter(presenter);
  }

  /** The layout for a stage of this size. A projector shows the sentence in its caption line. */
  StageLayout layout(int width, int height) {
    LayerEntries entries = presenter.state().entries();
    StageSpec spec =
        new StageSpec(
            width,
            height,
            entries.inputs(),
            entries.outputs(),
            entries.batch(),
            !Metrics.isProjector(),
            Metrics.scale(),
            Fonts.smallest());
    StageLayout current = layout;
    if (current == null || !current.spec().equals(spec)) {
      current = StageLayouts.of(spec);
      layout = current;
    }
    return current;
  }

  /** The scene as it is now. */
  Scene build(int width, int height) {
    StageLayout stage = layout(width, height);
    BarsWriter bars = new BarsWriter(presenter);
    Matrix weights = presenter.layer().w();
    return new Scene(
        stage,
        presenter.state().entries(),
        weights,
        presenter.x(),
        presenter.y(),
        presenter.row(),
        new Scene.Limits(
            presenter.scales().weights(),
            presenter.scales().inputs(),
            presenter.scales().outputs()),
        new Scene.Fits(
            w.of(stage.weights().grid(), weights),
            x.of(stage.batch().x(), presenter.x()),
            y.of(stage.batch().y(), presenter.y())),
        new Scene.Three(bars.x(), bars.b(), bars.y(isRoomy(stage))),
        light(),
        line(stage),
        terms.write(stage),
        new Scene.Words(presenter.narration(), presenter.batchNote()));
  }

  private static boolean isRoomy(StageLayout stage) {
    return stage.bars().y().title().w() >= stage.px(FORMULA_WIDTH);
  }

  private LineLayout line(StageLayout stage) {
    Box box = stage.sentence();
    double unit = stage.spec().unit();
    int room = (int) (box.w() / (Fonts.smallest() * unit * Brush.DIGIT_ASPECT));
    return LineLayout.of(line.write(room), box, unit, Fonts.smallest());
  }

  private Scene.Light light() {
    LinearRef ref = presenter.focus();
    OptionalInt row = OptionalInt.empty();
    OptionalInt column = OptionalInt.empty();
    if (ref instanceof LinearRef.Weight weight) {
      row = OptionalInt.of(weight.i());
      column = OptionalInt.of(weight.j());
    } else if (ref instanceof LinearRef.Output output) {
      row = OptionalInt.of(output.i());
    } else if (ref instanceof LinearRef.Input input) {
      column = OptionalInt.of(input.j());
    }
    return new Scene.Light(ref, presenter.isPointedAt(), row, column);
  }

  /** The type for the numbers of one matrix, chosen anew when the matrix or its place changes. */
  private static final class Fitted {
    private @Nullable Matrix of;
    private @Nullable GridBox grid;
    private @Nullable NumberFit fit;

    NumberFit of(GridBox place, Matrix values) {
      NumberFit current = fit;
      boolean same = of != null && values.equals(of) && grid != null && place.equals(grid);
      if (current == null || !same) {
        int longest = HeatmapPainter.isPicture(place) ? 1 : NumberFit.longest(values);
        double width = (place.cellW() - place.gap()) * AIRY;
        double height = place.cellH() - place.gap();
        current = NumberFit.of(width, height, longest, Metrics.scale(), Fonts.smallest());
        fit = current;
        of = values;
        grid = place;
      }
      return current;
    }
  }
}
