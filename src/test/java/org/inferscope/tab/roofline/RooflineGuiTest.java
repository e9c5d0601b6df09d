package org.inferscope.tab.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.assertj.swing.core.MouseButton;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.roofline.explain.PointRef;
import org.inferscope.support.GuiTest;
import org.inferscope.support.NoFiles;
import org.inferscope.support.TestWindow;
import org.inferscope.tab.LinearIntent;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tab.RooflineIntent;
import org.inferscope.tab.TabContext;
import org.inferscope.tensor.DType;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole tab in a real window. */
@GuiTest
class RooflineGuiTest {
  private final LocalComputeService compute =
      new LocalComputeService(SwingUtilities::invokeLater, new ReferenceBackend(), List.of());
  private final InspectorModel inspector = new InspectorModel();
  private final List<Intent> opened = new ArrayList<>();
  private RooflineTab tab;
  private TestWindow<JPanel> window;

  @BeforeEach
  void openAWindow() {
    compute.start();
    window =
        TestWindow.of(
            () -> {
              tab =
                  new RooflineTab(
                      new TabContext(
                          compute, inspector, new Elsewhere(), new NoFiles(), Optional.empty()));
              JPanel around = new JPanel(new MigLayout("insets 0, fill"));
              around.add(tab.component(), "grow");
              around.setPreferredSize(new Dimension(1300, 760));
              return around;
            });
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
    compute.close();
  }

  @Test
  void theBatchIsDraggedAndTheCaptionSaysWhatHoldsItUp() {
    JSlider slider = window.find("roofline.roof.slider", JSlider.class);
    assertThat(caption()).startsWith("Batch 1:").contains("waits for memory");
    int middle = execute(() -> slider.getHeight() / 2);
    window.robot().pressMouse(slider, new Point(8, middle), MouseButton.LEFT_BUTTON);
    int end = execute(() -> slider.getWidth()) - 10;
    for (int x = 8; x <= end; x += Math.max(1, (end - 8) / 6)) {
      window.robot().moveMouse(slider, x, middle);
      window.robot().waitForIdle();
    }
    window.robot().moveMouse(slider, end, middle);
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);
    window.await("arithmetic is the limit", () -> tab.caption().contains("arithmetic"));
    window.picture("roofline-window-dragged");
    execute(() -> tab.undo().undo());
    window.await("one step back", () -> tab.caption().startsWith("Batch 1:"));
  }

  @Test
  void theThreeViewsTakeTurnsAndTheFirstFormatsStay() {
    press("roofline.view", 1);
    window.await("the layer", () -> tab.caption().startsWith("Reading 2,048 tokens"));
    assertThat(execute(() -> window.find("roofline.layer", Component.class).isShowing())).isTrue();
    press("roofline.view", 0);
    window.await("the benchmark", () -> tab.caption().startsWith("Products of matrices"));
    assertThat(execute(() -> anyShowing("roofline.weights"))).isFalse();
    press("roofline.view", 2);
    window.await("the roofline", () -> tab.caption().startsWith("Batch 1:"));
    assertThat(execute(() -> anyShowing("roofline.weights"))).isTrue();
  }

  @Test
  void aProductIsTakenApartElsewhereScaledDown() {
    press("roofline.roof.openInMatmul");
    window.await("in Matmul", () -> opened.size() == 1);
    assertThat(opened.get(0))
        .isInstanceOfSatisfying(
            MultiplyIntent.class,
            intent -> {
              assertThat(intent.a().shapeText()).isEqualTo("1×12");
              assertThat(intent.b().shapeText()).isEqualTo("12×12");
            });
    press("roofline.roof.openInLinear");
    window.await("in Linear", () -> opened.size() == 2);
    assertThat(opened.get(1)).isInstanceOf(LinearIntent.class);
  }

  @Test
  void aFigureIsClickedAndExplained() {
    press("roofline.roof.figure.INTENSITY");
    window.await("the intensity", () -> !inspector.isEmpty());
    assertThat(execute(() -> inspector.current().orElseThrow().subject()))
        .isInstanceOf(PointRef.class);
  }

  @Test
  void takesALayerFromAnotherTab() {
    RooflineIntent intent = new RooflineIntent(16, 64, 48, DType.FP32);
    assertThat(tab.accepts(intent)).isTrue();
    execute(() -> tab.take(intent));
    window.await("its batch", () -> tab.caption().startsWith("Batch 16:"));
  }

  private String caption() {
    return execute(() -> tab.caption());
  }

  private void press(String name, int segment) {
    press(name + "." + segment);
  }

  private void press(String name) {
    AbstractButton button = window.find(name, AbstractButton.class);
    window.click(button, execute(() -> new Point(button.getWidth() / 2, button.getHeight() / 2)));
  }

  private boolean anyShowing(String name) {
    return window.find(name, JComponent.class).isShowing();
  }

  /** Other tabs that take whatever they are given. */
  private final class Elsewhere implements Navigator {
    @Override
    public boolean canOpen(Intent intent) {
      return true;
    }

    @Override
    public void open(Intent intent) {
      opened.add(intent);
    }
  }
}
