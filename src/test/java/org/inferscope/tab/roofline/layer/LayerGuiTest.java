package org.inferscope.tab.roofline.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Point;
import java.awt.event.KeyEvent;
import javax.swing.JSlider;
import javax.swing.JTable;
import javax.swing.JTextField;
import org.assertj.swing.core.MouseButton;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.support.GuiTest;
import org.inferscope.support.TestWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The layer view in a real window, used with mouse and keyboard. */
@GuiTest
class LayerGuiTest {
  private LayerDesk bench;
  private TestWindow<LayerView> window;

  @BeforeEach
  void openAWindow() {
    window =
        TestWindow.of(
            () -> {
              bench = new LayerDesk();
              return new LayerView(bench.presenter);
            });
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  private int batch() {
    return execute(() -> bench.presenter.state().work().batch());
  }

  @Test
  void aSliderIsDraggedWithTheMouseAndOneUndoTakesItBack() {
    JSlider slider =
        window.robot().finder().findByName("roofline.layer.BATCH.slider", JSlider.class);
    Point from = execute(() -> new Point(8, slider.getHeight() / 2));
    window.robot().pressMouse(slider, from, MouseButton.LEFT_BUTTON);
    for (int step = 1; step <= 5; step++) {
      window.robot().moveMouse(slider, from.x + 8 * step, from.y);
      window.robot().waitForIdle();
    }
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);
    window.await("the batch has grown", () -> bench.presenter.state().work().batch() > 1);
    execute(() -> bench.desk.history().undo());
    assertThat(batch()).isEqualTo(1);
  }

  @Test
  void whatIsTypedCountsWithEnterAndWhatDoesNotHoldStays() {
    JTextField heads = window.robot().finder().findByName("roofline.layer.HEADS", JTextField.class);
    window.robot().focusAndWaitForFocusGain(heads);
    execute(heads::selectAll);
    window.robot().enterText("33");
    window.press(KeyEvent.VK_ENTER);
    window.await("it is said", () -> bench.presenter.problems().containsKey(LayerField.HEADS));
    assertThat(execute(() -> heads.getText())).isEqualTo("33");
    execute(heads::selectAll);
    window.robot().enterText("64");
    window.press(KeyEvent.VK_ENTER);
    window.await("it is taken over", () -> bench.presenter.state().spec().heads() == 64);
  }

  @Test
  void theArrowsGoFromCellToCellAndEnterOpensAFigure() {
    JTable table = window.robot().finder().findByName("roofline.layer.table", JTable.class);
    window.robot().focusAndWaitForFocusGain(table);
    execute(() -> table.changeSelection(0, 4, false, false));
    window.press(KeyEvent.VK_DOWN);
    window.press(KeyEvent.VK_ENTER);
    window.await("a figure is open", () -> !bench.inspector.isEmpty());
    assertThat(execute(() -> bench.inspector.current().orElseThrow().title()))
        .isEqualTo("Attention scores: FLOPs");
    assertThat(execute(() -> bench.presenter.scene().lit())).hasValue(LayerMatmul.SCORES);
  }
}
