package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.model.linear.RoundedLayer;
import org.inferscope.support.Pictures;
import org.inferscope.tab.linear.RoundingLayout.Spot;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.Entry;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundingPanelTest {
  private final PanelBench bench = new PanelBench();
  private final LinearPresenter presenter = bench.presenter;
  private RoundingPanel panel;
  private RoundingTable table;

  @BeforeEach
  void build() {
    panel =
        Pictures.onEventThread(
            () -> {
              Themes.install(Look.of(false));
              return new RoundingPanel(presenter);
            });
    layOut();
    table = PanelBench.find(panel, RoundingTable.class, "linear.rounding.table");
  }

  @Test
  void showsTheErrorsOfTheRoundedLayer() {
    bench.resize(6, 5, 3);
    presenter.setRow(2);
    layOut();

    RowErrors shown = table.errors();
    for (int f = 0; f < RoundedLayer.FORMATS.size(); f++) {
      RoundedLayer rounded =
          RoundedLayer.of(presenter.layer(), presenter.x(), RoundedLayer.FORMATS.get(f));
      double sum = 0;
      double largest = 0;
      for (int i = 0; i < 5; i++) {
        assertThat(shown.error(f, i)).isEqualTo(rounded.error(2, i));
        assertThat(shown.output(f, i)).isEqualTo(rounded.output(2, i));
        assertThat(shown.exact(i)).isEqualTo(rounded.exact(2, i));
        double relative = Math.abs(rounded.error(2, i) / rounded.exact(2, i));
        sum += relative;
        largest = Math.max(largest, relative);
      }
      assertThat(shown.mean(f)).isCloseTo(sum / 5, within(1e-15));
      assertThat(shown.largest(f)).isEqualTo(largest);
    }
    RoundedLayer int8 = RoundedLayer.of(presenter.layer(), presenter.x(), DType.INT8);
    assertThat(shown.weightScale(4)).isEqualTo(int8.weightScale(4));
    assertThat(shown.inputScale()).isEqualTo(int8.inputScale(2));
  }

  @Test
  void whatIsHiddenIsNotRefreshed() {
    RowErrors before = table.errors();

    editX("100");
    assertThat(table.errors()).isSameAs(before);

    layOut();
    assertThat(table.errors().exact(0)).isNotEqualTo(before.exact(0));
  }

  @Test
  void whatDoesNotDependOnTheChangeIsNotComputedAgain() {
    RowErrors before = table.errors();

    presenter.setGrain(Display.StepGrain.TERM);
    layOut();

    assertThat(table.errors()).isSameAs(before);
  }

  @Test
  void computesTheLayerInTheChosenFormat() {
    PanelBench.find(panel, JToggleButton.class, "linear.rounding.precision.3").doClick();

    assertThat(presenter.precision()).isEqualTo(DType.INT8);
  }

  @Test
  void aClickOpensTheErrorAndTheValue() {
    click(new Spot(1, 2));
    assertThat(bench.explained()).isEqualTo(new LinearRef.RoundingError(DType.FP16, 0, 1));

    presenter.setPrecision(DType.BF16);
    click(new Spot(2, -1));
    assertThat(bench.explained()).isEqualTo(new LinearRef.Rounded(DType.BF16, 0, 2));
  }

  @Test
  void theKeyboardReachesEveryNumber() {
    press(KeyEvent.VK_DOWN);
    press(KeyEvent.VK_RIGHT);
    press(KeyEvent.VK_RIGHT);
    press(KeyEvent.VK_ENTER);
    assertThat(bench.explained()).isEqualTo(new LinearRef.RoundingError(DType.BF16, 0, 1));
    assertThat(table.getAccessibleContext().getAccessibleDescription())
        .startsWith("y₂ in BF16 is 7.03");

    press(KeyEvent.VK_UP);
    press(KeyEvent.VK_UP);
    press(KeyEvent.VK_LEFT);
    press(KeyEvent.VK_LEFT);
    press(KeyEvent.VK_LEFT);
    press(KeyEvent.VK_ENTER);
    assertThat(bench.explained()).isEqualTo(new LinearRef.Rounded(DType.FP32, 0, 0));
  }

  @Test
  void int8SaysItsScales() {
    RowErrors errors = table.errors();

    assertThat(RoundingWords.of(errors, new Spot(0, 3)))
        .contains("One step of INT8 is 0.003150 in row 1 of W and 0.03150 in x");
    assertThat(RoundingWords.summary(errors)).contains("from 0.003150 to 0.009449");
  }

  @Test
  void errorsHaveASignAndTwoDigits() {
    assertThat(ErrorText.signed(0.00123)).isEqualTo("+1.2e−3");
    assertThat(ErrorText.signed(-0.0314)).isEqualTo("−0.031");
    assertThat(ErrorText.signed(-9.96e-8)).isEqualTo("−1.0e−7");
    assertThat(ErrorText.signed(12.3)).isEqualTo("+12");
    assertThat(ErrorText.signed(123456)).isEqualTo("+1.2e5");
    assertThat(ErrorText.signed(0)).isEqualTo("0");
    assertThat(ErrorText.signed(0.5)).isEqualTo("+0.50");
    assertThat(ErrorText.signed(Double.POSITIVE_INFINITY)).isEqualTo("+∞");
    assertThat(ErrorText.signed(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    assertThat(ErrorText.signedWithin(9.6e-10, 7)).isEqualTo("+1e−9");
    assertThat(ErrorText.signedWithin(-2.1e-10, 7)).isEqualTo("−2e−10");
    assertThat(ErrorText.signedWithin(-2.1e-10, 8)).isEqualTo("−2.1e−10");
    assertThat(ErrorText.relative(Double.NaN)).isEqualTo("–");
  }

  @Test
  void aBarIsAsLongAsTheErrorsLogarithm() {
    assertThat(RoundingPainter.length(0)).isZero();
    assertThat(RoundingPainter.length(1e-12)).isZero();
    assertThat(RoundingPainter.length(1e-3)).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(RoundingPainter.length(5)).isEqualTo(1);
    assertThat(RoundingPainter.length(Double.NaN)).isZero();
  }

  @Test
  void anOutputOfZeroHasNoRelativeError() {
    LinearLayer layer = new LinearLayer(Matrix.of(new float[][] {{0}, {0.1f}}), Matrix.zeros(2, 1));
    RowErrors errors = RowErrors.of(layer, Matrix.of(new float[][] {{1}}), 0);

    assertThat(errors.relative(1, 0)).isNaN();
    assertThat(errors.largest(1)).isEqualTo(errors.relative(1, 1)).isPositive();
    assertThat(errors.mean(1)).isEqualTo(errors.relative(1, 1));
  }

  @Test
  void anOverflowInFp16IsTheLargestError() {
    LinearLayer layer = new LinearLayer(Matrix.of(new float[][] {{1e5f}, {1}}), Matrix.zeros(2, 1));
    RowErrors errors = RowErrors.of(layer, Matrix.of(new float[][] {{1}}), 0);

    assertThat(errors.error(2, 0)).isInfinite();
    assertThat(errors.largest(2)).isInfinite();
  }

  @Test
  void numbersNeverOverlapAtAnyWidth() {
    for (int width = 160; width < 700; width += 7) {
      RoundingLayout layout = new RoundingLayout(width, 3, 12);
      for (int f = 0; f < 4; f++) {
        Box error = layout.place(new Spot(1, f));
        assertThat(error.overlaps(layout.place(new Spot(1, -1)))).isFalse();
        assertThat(error.w()).as("room for +1.2e−3").isGreaterThanOrEqualTo(7 * 12 * 0.6);
        assertThat(layout.block(RoundingLayout.HEAD + 1).grown(0.5).covers(error)).isTrue();
        assertThat(layout.at(error.centerX(), error.centerY())).contains(new Spot(1, f));
      }
    }
  }

  private void editX(String text) {
    presenter.edit(
        Part.X,
        presenter.grid(Part.X).with(new Cell(0, 0), Entry.of(Float.parseFloat(text))),
        "edit",
        null);
  }

  private void click(Spot spot) {
    Box place = table.tableLayout().place(spot);
    table.dispatchEvent(
        new MouseEvent(
            table,
            MouseEvent.MOUSE_CLICKED,
            0,
            0,
            (int) place.centerX(),
            (int) place.centerY(),
            1,
            false,
            MouseEvent.BUTTON1));
  }

  private void press(int key) {
    Object name = table.getInputMap().get(KeyStroke.getKeyStroke(key, 0));
    table.getActionMap().get(name).actionPerformed(new ActionEvent(table, 0, ""));
  }

  private void layOut() {
    Pictures.onEventThread(
        () -> {
          Pictures.layOut(panel, 336, 900);
          return true;
        });
  }
}
