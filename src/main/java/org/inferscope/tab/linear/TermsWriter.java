package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.linear.LinearNames;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.ui.bars.Series;
import org.inferscope.ui.bars.TermBar;
import org.inferscope.ui.bars.TermBarsLayout;

/**
 * Makes the bars under the line: the terms of the output in focus, or what the input in focus adds
 * to each output.
 */
final class TermsWriter {
  private final LinearPresenter presenter;

  TermsWriter(LinearPresenter presenter) {
    this.presenter = presenter;
  }

  Scene.Terms write(StageLayout stage) {
    LinearRef ref = presenter.focus();
    if (ref instanceof LinearRef.Input input) {
      return placed(stage, shares(input.j()), -1);
    }
    if (ref instanceof LinearRef.Weight weight) {
      return placed(stage, terms(weight.i()), weight.j());
    }
    if (ref instanceof LinearRef.Bias bias) {
      return placed(stage, terms(bias.i()), presenter.layer().inputs());
    }
    int i = ((LinearRef.Output) ref).i();
    boolean steps = presenter.stepper().isUnderWay();
    return placed(stage, terms(i), steps ? presenter.stepper().terms(i) - 1 : -1);
  }

  private static Scene.Terms placed(StageLayout stage, List<TermBar> bars, int lit) {
    StageSpec spec = stage.spec();
    TermBarsLayout layout =
        TermBarsLayout.of(stage.terms(), bars.size(), spec.unit(), spec.smallest());
    return new Scene.Terms(layout, bars, lit);
  }

  /** The products and the bias; those not added yet are still nothing. */
  private List<TermBar> terms(int i) {
    Held held = presenter.held();
    int row = presenter.focusRow();
    int batch = presenter.x().rows();
    int inputs = held.layer().inputs();
    int done = presenter.stepper().terms(i);
    List<TermBar> bars = new ArrayList<>();
    for (int j = 0; j < inputs; j++) {
      float value = j < done ? held.product(row, i, j) : 0;
      bars.add(new TermBar(value, Series.INPUT.role(j), LinearNames.input(batch, row, j)));
    }
    float bias = done > inputs ? held.layer().b().get(i, 0) : 0;
    bars.add(new TermBar(bias, Series.BIAS.role(i), LinearNames.bias(i)));
    return bars;
  }

  private List<TermBar> shares(int j) {
    Held held = presenter.held();
    int row = presenter.focusRow();
    int batch = presenter.x().rows();
    List<TermBar> bars = new ArrayList<>();
    for (int i = 0; i < held.layer().outputs(); i++) {
      bars.add(
          new TermBar(
              held.product(row, i, j), Series.OUTPUT.role(i), LinearNames.output(batch, row, i)));
    }
    return bars;
  }
}
