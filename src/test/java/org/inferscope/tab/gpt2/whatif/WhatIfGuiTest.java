package org.inferscope.tab.gpt2.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.whatif.Part;
import org.inferscope.model.gpt2.whatif.WhatIfRef;
import org.inferscope.support.GuiTest;
import org.inferscope.support.NoFiles;
import org.inferscope.support.TestModels;
import org.inferscope.support.TestWindow;
import org.inferscope.tab.ModelShelf;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view in a real window, with the embedded model really run. */
@GuiTest
class WhatIfGuiTest {
  @TempDir Path folder;
  private final LocalComputeService compute =
      new LocalComputeService(SwingUtilities::invokeLater, new ReferenceBackend(), List.of());
  private final InspectorModel inspector = new InspectorModel();
  private Gpt2Presenter desk;
  private WhatIfPane pane;
  private TestWindow<JPanel> window;

  @BeforeEach
  void openAWindow() {
    compute.start();
    ModelShelf shelf = new ModelShelf(TestModels.in(folder), () -> {}, listener -> () -> {});
    window =
        TestWindow.of(
            () -> {
              desk =
                  new Gpt2Presenter(
                      new TabContext(
                          compute,
                          inspector,
                          new Nowhere(),
                          new NoFiles(),
                          Optional.empty(),
                          List.of(),
                          Optional.empty(),
                          TabContext.Store.NONE,
                          Optional.of(shelf)),
                      Edt::after);
              pane = new WhatIfPane(desk);
              JPanel around = new JPanel(new MigLayout("insets 0, fill"));
              around.add(pane.component(), "grow, wmin 0, hmin 0");
              around.setPreferredSize(new Dimension(820, 470));
              desk.show(View.WHAT_IF);
              desk.start();
              return around;
            });
    window.await("the pass", () -> pane.caption().contains("·a (0.1484)"));
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
    compute.close();
  }

  @Test
  void aHeadIsClickedTheNumbersChangeAndResetBringsThemBack() {
    window.picture("gpt2-whatif-window");
    click(new Part.Mlp(0));
    window.await("after", () -> pane.caption().startsWith("Without the MLP of layer 0"));
    assertThat(sentence()).contains("the MLP of layer 0");
    assertThat(execute(() -> window.find("gpt2.whatif.next", JLabel.class).getText()))
        .contains("→");
    click(new Part.Token(1));
    window.await("both", () -> sentenceNow().contains("token ·matrix at position 1"));
    window.picture("gpt2-whatif-window-away");
    press("gpt2.whatif.reset");
    window.await("all back", () -> pane.caption().startsWith("With all parts in place"));
    execute(() -> desk.history().undo());
    window.await("and gone again", () -> pane.caption().startsWith("Without"));
  }

  @Test
  void theMapIsRunStoppedAndEndsWithEveryPartTried() {
    press("gpt2.whatif.run");
    window.await("some cells", () -> !progress().startsWith("no part"));
    if (execute(() -> window.find("gpt2.whatif.run", AbstractButton.class).isEnabled())) {
      press("gpt2.whatif.run");
      window.await("at rest", () -> !desk.state().whatIf().sweeps() || progress().contains("all"));
    }
    execute(() -> desk.change(s -> s.with(s.whatIf().withSweeps(true)), "go on", null));
    window.await("all", () -> progress().equals("all 42 parts tried"));
    window.await("said", () -> pane.caption().startsWith("Of all heads"));
    window.picture("gpt2-whatif-window-map");
  }

  @Test
  void theKeyboardTakesAwayAndExplains() {
    PlanStage plan = window.find("gpt2.whatif.plan", PlanStage.class);
    execute(() -> plan.requestFocusInWindow());
    window.await("focus", plan::isFocusOwner);
    window.press(KeyEvent.VK_RIGHT);
    window.press(KeyEvent.VK_DOWN);
    window.press(KeyEvent.VK_SPACE);
    window.await(
        "head 1 of layer 1",
        () -> desk.state().whatIf().ablation().parts().equals(List.of(new Part.Head(1, 1))));
    press("gpt2.whatif.measure.2");
    window.await("direct", () -> progress().startsWith("own addend"));
    execute(() -> plan.requestFocusInWindow());
    window.await("focus", plan::isFocusOwner);
    window.press(KeyEvent.VK_ENTER);
    window.await("explained", () -> !inspector.isEmpty());
    assertThat(execute(() -> inspector.current().orElseThrow().subject()))
        .isInstanceOf(WhatIfRef.Change.class);
  }

  @Test
  void aNumberIsClickedAndABarChoosesTheTokenThatIsJudged() {
    PairsStage pairs = window.find("gpt2.whatif.pairs", PairsStage.class);
    Point number = execute(() -> middle(pairs, 1, PairFigure.BEFORE));
    window.click(pairs, number);
    window.await("explained", () -> !inspector.isEmpty());
    assertThat(execute(() -> inspector.current().orElseThrow().subject()))
        .isInstanceOf(Gpt2Ref.Probability.class);
    window.click(pairs, execute(() -> middle(pairs, 1, PairFigure.TOKEN)));
    window.await("chosen", () -> desk.state().whatIf().target().isPresent());
    assertThat(execute(() -> window.find("gpt2.whatif.target", JTextComponent.class).getText()))
        .isEqualTo("·associative");
  }

  private static Point middle(PairsStage pairs, int row, PairFigure figure) {
    return pairs.placeOf(row, figure);
  }

  private void click(Part part) {
    PlanStage plan = window.find("gpt2.whatif.plan", PlanStage.class);
    window.click(plan, execute(() -> plan.placeOf(part)));
  }

  private String sentence() {
    return execute(this::sentenceNow);
  }

  private String sentenceNow() {
    return window.find("gpt2.whatif.sentence", JTextComponent.class).getText();
  }

  private String progress() {
    return window.find("gpt2.whatif.progress", JLabel.class).getText();
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
      throw new AssertionError(intent);
    }
  }
}
