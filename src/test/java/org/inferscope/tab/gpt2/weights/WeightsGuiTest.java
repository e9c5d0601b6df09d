package org.inferscope.tab.gpt2.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.assertj.swing.core.MouseButton;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.gpt2.weights.WeightRef;
import org.inferscope.support.GuiTest;
import org.inferscope.support.NoFiles;
import org.inferscope.support.TestModels;
import org.inferscope.support.TestWindow;
import org.inferscope.tab.ModelShelf;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.tab.gpt2.desk.WeightsSettings;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view of parameters in a real window. */
@GuiTest
class WeightsGuiTest {
  @TempDir Path folder;

  private final LocalComputeService compute =
      new LocalComputeService(SwingUtilities::invokeLater, new ReferenceBackend(), List.of());
  private final InspectorModel inspector = new InspectorModel();
  private Gpt2Presenter desk;
  private WeightsPane pane;
  private TestWindow<JPanel> window;

  @BeforeEach
  void openAWindow() {
    compute.start();
    window =
        TestWindow.of(
            () -> {
              desk = new Gpt2Presenter(context(), Edt::after);
              desk.show(View.WEIGHTS);
              pane = new WeightsPane(desk);
              JPanel around = new JPanel(new MigLayout("insets 0, fill"));
              JComponent view = pane.component();
              around.add(view, "grow");
              around.setPreferredSize(new Dimension(1100, 640));
              desk.start();
              return around;
            });
    window.await("the matrix", () -> desk.shown().isPresent() && matrix().camera().isPresent());
  }

  private TabContext context() {
    return new TabContext(
        compute,
        inspector,
        new Nowhere(),
        new NoFiles(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        TabContext.Store.NONE,
        Optional.of(new ModelShelf(TestModels.in(folder), () -> {}, listener -> () -> {})));
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
    compute.close();
  }

  private MatrixView matrix() {
    return window.find("gpt2.weights.matrix", MatrixView.class);
  }

  private WeightsSettings settings() {
    return desk.state().weights();
  }

  private Camera camera() {
    return execute(() -> matrix().camera().orElseThrow());
  }

  @Test
  void theWheelZoomsAtThePointerAndADragMoves() {
    Point at = execute(() -> middle(matrix()));
    double row = camera().rowAt(at.y);
    for (int i = 0; i < 8; i++) {
      window.robot().moveMouse(matrix(), at);
      window.robot().rotateMouseWheel(matrix(), -1);
      window.robot().waitForIdle();
    }
    window.await("nearer", () -> settings().place().zoom() > 0.3);
    assertThat(camera().rowAt(at.y)).isCloseTo(row, within(1.0));
    double col = camera().place().col();
    window.robot().pressMouse(matrix(), at, MouseButton.LEFT_BUTTON);
    window.robot().moveMouse(matrix(), at.x - 30, at.y);
    window.robot().moveMouse(matrix(), at.x - 90, at.y - 20);
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);
    window.await("moved", () -> settings().place().col() > col);
    window.picture("gpt2-weights-zoomed");
    press("gpt2.weights.fit");
    window.await("all of it", () -> settings().place().zoom() == 0);
    execute(() -> desk.history().undo());
    window.await("back", () -> settings().place().zoom() > 0.3);
  }

  @Test
  void aRowOfTheTableIsSelectedAndItsBinExplained() {
    ParameterTable table = window.find("gpt2.weights.table", ParameterTable.class);
    window.click(table, execute(() -> table.getCellRect(0, 0, true).getLocation()));
    window.await("the embedding", () -> settings().parameter().equals("wte.weight"));
    press("gpt2.weights.mode.1");
    HistogramView histogram = window.find("gpt2.weights.large", HistogramView.class);
    window.await("the histogram", () -> pane.caption().contains("mean"));
    Point at = execute(() -> new Point(histogram.getWidth() / 2, histogram.getHeight() / 2));
    window.click(histogram, at);
    window.await("a bin", () -> !inspector.isEmpty());
    assertThat(execute(() -> inspector.current().orElseThrow().subject()))
        .isInstanceOf(WeightRef.Bin.class);
  }

  @Test
  void keysGoFromNumberToNumberAndZoom() {
    execute(() -> matrix().requestFocusInWindow());
    window.await("focus", () -> matrix().isFocusOwner());
    window.press(KeyEvent.VK_RIGHT);
    window.press(KeyEvent.VK_RIGHT);
    window.press(KeyEvent.VK_DOWN);
    window.await("another cell", () -> settings().row() == 1 && settings().col() == 2);
    window.press(KeyEvent.VK_1);
    window.await("numbers", () -> settings().place().zoom() == 1);
    window.press(KeyEvent.VK_0);
    window.await("all", () -> settings().place().zoom() == 0);
  }

  @Test
  void typingFiltersTheTable() {
    Component filter = window.find("gpt2.weights.filter", Component.class);
    window.click(filter, new Point(20, 10));
    window.type("c_fc");
    window.await("twelve", () -> settings().listing().filter().equals("c_fc"));
    ParameterTable table = window.find("gpt2.weights.table", ParameterTable.class);
    assertThat(execute(() -> table.getRowCount())).isEqualTo(12);
  }

  private static Point middle(Component component) {
    return new Point(component.getWidth() / 2, component.getHeight() / 2);
  }

  private void press(String name) {
    AbstractButton button = window.find(name, AbstractButton.class);
    window.click(button, execute(() -> middle(button)));
  }

  /** No other tab. */
  private static final class Nowhere implements Navigator {
    @Override
    public boolean canOpen(Intent intent) {
      return false;
    }

    @Override
    public void open(Intent intent) {
      throw new IllegalArgumentException("no tab takes " + intent);
    }
  }
}
