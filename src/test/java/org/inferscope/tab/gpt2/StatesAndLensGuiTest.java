package org.inferscope.tab.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.geom.Point2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.lens.LensRank;
import org.inferscope.support.GuiTest;
import org.inferscope.support.NoFiles;
import org.inferscope.support.TestModels;
import org.inferscope.support.TestWindow;
import org.inferscope.tab.ModelShelf;
import org.inferscope.tab.TabContext;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hidden states and the logit lens in a real window, with mouse and keyboard. */
@GuiTest
class StatesAndLensGuiTest {
  private static final String STATES = "gpt2.view.2";
  private static final String LENS = "gpt2.view.4";

  private final LocalComputeService compute =
      new LocalComputeService(SwingUtilities::invokeLater, new ReferenceBackend(), List.of());
  private final InspectorModel inspector = new InspectorModel();

  @TempDir Path folder;
  private Gpt2Tab tab;
  private TestWindow<JPanel> window;

  @BeforeEach
  void openAWindow() {
    compute.start();
    window =
        TestWindow.of(
            () -> {
              tab =
                  new Gpt2Tab(
                      new TabContext(
                          compute,
                          inspector,
                          new Nowhere(),
                          new NoFiles(),
                          Optional.empty(),
                          List.of(),
                          Optional.empty(),
                          TabContext.Store.NONE,
                          Optional.of(
                              new ModelShelf(
                                  TestModels.in(folder), () -> {}, listener -> () -> {}))));
              JPanel around = new JPanel(new MigLayout("insets 0, fill"));
              around.add(tab.component(), "grow, wmin 0, hmin 0");
              around.setPreferredSize(new Dimension(1000, 760));
              return around;
            });
    window.await("the first pass", () -> tab.caption().length() > 0 && isTraced());
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
    compute.close();
  }

  @Test
  void aTokenIsComparedAndPointsCellsAndBarsAreExplained() {
    press(STATES);
    JComponent strip = window.find("gpt2.states.tokens", JComponent.class);
    window.click(strip, new Point(15, 15));
    LineChart norms = window.find("gpt2.states.norms", LineChart.class);
    window.await("two lines", () -> norms.series().size() == 2);
    window.await("painted", () -> norms.at(1, 3).isPresent());
    Point2D at = execute(() -> norms.at(1, 3).orElseThrow());
    window.click(norms, new Point((int) at.getX(), (int) at.getY()));
    window.await("a length", () -> new Gpt2Ref.Norm(3, 3).equals(explained()));
    window.press(KeyEvent.VK_TAB);
    JComponent bars = window.find("gpt2.states.cosines", JComponent.class);
    window.await("the bars have the keyboard", bars::isFocusOwner);
    window.press(KeyEvent.VK_RIGHT);
    window.press(KeyEvent.VK_RIGHT);
    window.press(KeyEvent.VK_ENTER);
    window.await("a cosine", () -> explained() instanceof Gpt2Ref.Cosine);
    JComponent heat = window.find("gpt2.states.heat", JComponent.class);
    window.click(heat, execute(() -> new Point(heat.getWidth() / 2, heat.getHeight() / 2)));
    window.await("an entry", () -> explained() instanceof Gpt2Ref.At);
    press("gpt2.states.in");
    window.await(
        "closer", () -> tab.lesson().write().get("states").get("columns").whole(1, 999) == 32);
    window.picture("gpt2-states-window");
  }

  @Test
  void aTargetIsTypedATokenChosenAndARankExplained() {
    press(LENS);
    window.await("the whole lens", () -> note().startsWith("Each row"));
    JComponent table = window.find("gpt2.lens.table", JComponent.class);
    window.click(table, new Point(30, 20));
    window.await("a probability", () -> explained() instanceof Gpt2Ref.LensProbability);
    JComponent header = window.find("gpt2.lens.columns", JComponent.class);
    window.click(header, execute(() -> new Point(header.getWidth() / 8, 10)));
    window.await("the first token", () -> tab.caption().startsWith("After “The”"));
    window.click(window.find("gpt2.lens.target", JTextField.class), new Point(20, 10));
    window.type(" the");
    LineChart ranks = window.find("gpt2.lens.ranks", LineChart.class);
    window.await("its ranks", () -> ranks.content().y().title().contains("·the"));
    window.await(
        "all of them",
        () -> !ranks.series().isEmpty() && ranks.series().get(0).points().size() == 7);
    execute(() -> ranks.requestFocusInWindow());
    window.press(KeyEvent.VK_RIGHT);
    window.press(KeyEvent.VK_ENTER);
    window.await("a rank", () -> explained() instanceof LensRank);
    window.picture("gpt2-lens-window");
    execute(() -> tab.undo().undo());
    window.await(
        "no target", () -> window.find("gpt2.lens.target", JTextField.class).getText().isEmpty());
    assertThat(execute(() -> tab.caption())).startsWith("After “The”");
  }

  private boolean isTraced() {
    return window.find("gpt2.count", JLabel.class).getText().equals("4 of 256 tokens")
        && compute.jobs().running().isEmpty()
        && compute.jobs().waiting() == 0;
  }

  private Object explained() {
    return inspector.current().map(each -> (Object) each.subject()).orElse("nothing");
  }

  private String note() {
    return window.find("gpt2.lens.note", JLabel.class).getText();
  }

  private void press(String name) {
    AbstractButton button = window.find(name, AbstractButton.class);
    window.click(button, execute(() -> new Point(button.getWidth() / 2, button.getHeight() / 2)));
  }

  private static final class Nowhere implements Navigator {
    @Override
    public boolean canOpen(Intent intent) {
      return false;
    }

    @Override
    public void open(Intent intent) {
      throw new IllegalStateException("asked for " + intent);
    }
  }
}
