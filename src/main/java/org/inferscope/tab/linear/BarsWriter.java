package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;
import org.inferscope.ui.bars.Bar;
import org.inferscope.ui.bars.Bars;
import org.inferscope.ui.bars.Light;
import org.inferscope.ui.bars.Series;

/** Makes the bars of x, b and y, with what is lit and what the input in focus adds. */
final class BarsWriter {
  private final LinearPresenter presenter;
  private final LinearRef focus;

  BarsWriter(LinearPresenter presenter) {
    this.presenter = presenter;
    focus = presenter.focus();
  }

  Bars x() {
    float[] values = presenter.x().row(presenter.row());
    boolean here = presenter.focusRow() == presenter.row();
    int hovered = here && focus instanceof LinearRef.Input input ? input.j() : -1;
    List<Bar> bars = new ArrayList<>();
    for (int j = 0; j < values.length; j++) {
      Bar bar = Bar.of(values[j], Series.INPUT.role(j)).with(light(j, this::lightsInput));
      bars.add(bar);
    }
    return new Bars(
        bars, presenter.scales().x(), words(Texts.get("linear.panel.x")), hovered, true);
  }

  Bars b() {
    float[] values = presenter.layer().b().column(0);
    int hovered = focus instanceof LinearRef.Bias bias ? bias.i() : -1;
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      bars.add(Bar.of(values[i], Series.BIAS.role(i)).with(light(i, this::lightsBias)));
    }
    return new Bars(
        bars, presenter.scales().b(), words(Texts.get("linear.panel.b")), hovered, true);
  }

  /**
   * @param roomy whether the formula has room beside the name
   */
  Bars y(boolean roomy) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < presenter.layer().outputs(); i++) {
      bars.add(output(i).with(light(i, this::lightsOutput)));
    }
    DType precision = presenter.precision();
    String title =
        precision == DType.FP32
            ? Texts.get(roomy ? "linear.panel.y.formula" : "linear.panel.y")
            : Texts.get("linear.panel.y.rounded", precision.label());
    return new Bars(bars, presenter.scales().y(), words(title), -1, false);
  }

  private static Bars.Words words(String title) {
    return new Bars.Words(
        title, Texts.get("linear.axis.dimension"), Texts.get("linear.axis.value"));
  }

  /** The sum so far while the layer is stepped through, then the output. */
  private Bar output(int i) {
    int row = presenter.row();
    int terms = presenter.stepper().terms(i);
    Held held = presenter.held();
    boolean done = terms > held.layer().inputs();
    float value = done ? presenter.y().get(row, i) : held.layer().partial(held.x(), row, i, terms);
    Bar bar = Bar.of(value, Series.OUTPUT.role(i));
    if (done && presenter.precision() != DType.FP32) {
      bar = bar.besides(presenter.layer().exact(presenter.x(), row, i));
    }
    if (presenter.stepper().isUnderWay()) {
      return terms > 0 && i == presenter.stepper().row() ? withLastTerm(bar, i, terms) : bar;
    }
    boolean here = presenter.focusRow() == presenter.row();
    return presenter.isPointedAt() && here ? withShare(bar, i) : bar;
  }

  private Bar withLastTerm(Bar bar, int i, int terms) {
    Held held = presenter.held();
    float before = held.layer().partial(held.x(), presenter.row(), i, terms - 1);
    return withShare(bar, before, bar.value());
  }

  /**
   * The share that the input or weight in focus adds, at the end of the bar that it brings about.
   */
  private Bar withShare(Bar bar, int i) {
    if (focus instanceof LinearRef.Input input) {
      double share = presenter.held().product(presenter.row(), i, input.j());
      return withShare(bar, bar.value() - share, bar.value());
    }
    if (focus instanceof LinearRef.Weight weight && weight.i() == i) {
      double share = presenter.held().product(presenter.row(), i, weight.j());
      return withShare(bar, bar.value() - share, bar.value());
    }
    return bar;
  }

  private static Bar withShare(Bar bar, double from, double to) {
    return Double.isFinite(from) && Double.isFinite(to) && from != to
        ? bar.withShare(from, to)
        : bar;
  }

  private Light light(int index, IntPredicate lights) {
    boolean elsewhere = presenter.focusRow() != presenter.row();
    if (!presenter.isPointedAt() || elsewhere) {
      return Light.PLAIN;
    }
    return lights.test(index) ? Light.LIT : Light.FADED;
  }

  private boolean lightsInput(int j) {
    if (focus instanceof LinearRef.Input input) {
      return input.j() == j;
    }
    if (focus instanceof LinearRef.Weight weight) {
      return weight.j() == j;
    }
    return focus instanceof LinearRef.Output;
  }

  private boolean lightsBias(int i) {
    if (focus instanceof LinearRef.Bias bias) {
      return bias.i() == i;
    }
    return focus instanceof LinearRef.Output output && output.i() == i;
  }

  private boolean lightsOutput(int i) {
    if (focus instanceof LinearRef.Weight weight) {
      return weight.i() == i;
    }
    return focus instanceof LinearRef.Input || lightsBias(i);
  }
}
