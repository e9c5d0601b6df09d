package org.inferscope.tab.gpt2.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.attention.AttentionRef;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
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
import org.inferscope.ui.paint.Box;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view of attention in a real window. */
@GuiTest
class AttentionGuiTest {
  private final LocalComputeService compute =
      new LocalComputeService(SwingUtilities::invokeLater, new ReferenceBackend(), List.of());
  private final InspectorModel inspector = new InspectorModel();

  @TempDir Path folder;
  private Gpt2Presenter presenter;
  private TestWindow<JPanel> window;

  @BeforeEach
  void openAWindow() {
    compute.start();
    window =
        TestWindow.of(
            () -> {
              presenter = new Gpt2Presenter(context(), Edt::after);
              presenter.show(View.ATTENTION);
              AttentionPane pane = new AttentionPane(presenter);
              JPanel around = new JPanel(new MigLayout("insets 0, fill"));
              around.add(pane.component(), "grow, wmin 0, hmin 0");
              around.setPreferredSize(new Dimension(860, 540));
              presenter.start();
              return around;
            });
    window.await("the first pass", () -> presenter.shown().isPresent());
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

  private static final class Nowhere implements Navigator {
    @Override
    public boolean canOpen(Intent intent) {
      return false;
    }

    @Override
    public void open(Intent intent) {
      throw new IllegalArgumentException(intent.toString());
    }
  }

  private static Point middle(Supplier<Box> box) {
    Box found = execute(box::get);
    return new Point((int) found.centerX(), (int) found.centerY());
  }

  private AttentionScene scene() {
    return new AttentionDesk(presenter).scene().orElseThrow();
  }

  private void open(ValueRef expected) {
    window.await("the inspector", () -> !inspector.isEmpty());
    window.await("the value", () -> inspector.current().orElseThrow().subject().equals(expected));
  }

  @Test
  void theExampleIsTypedAHeadSelectedAndAWeightOpened() {
    AbstractButton example = window.find("gpt2.attention.example", AbstractButton.class);
    window.await("the offer", example::isShowing);
    window.click(example, middle(() -> new Box(0, 0, example.getWidth(), example.getHeight())));
    window.await("nine tokens", () -> presenter.shown().orElseThrow().tokens().size() == 9);
    window.await("no offer", () -> !example.isShowing());
    HeadGrid grid = window.find("gpt2.attention.grid", HeadGrid.class);
    window.click(grid, middle(() -> grid.layout(scene()).map(5, 1)));
    window.await("layer 5", () -> presenter.layer() == 5);
    window.press(KeyEvent.VK_RIGHT);
    window.await("head 2", () -> presenter.head() == 2);
    PatternMap map = window.find("gpt2.attention.map", PatternMap.class);
    window.click(map, middle(() -> map.layout(scene()).cell(8, 4)));
    open(new Gpt2Ref.Pair(new HookPoint(Site.PATTERN, 5), 2, 8, 4));
    window.press(KeyEvent.VK_UP);
    window.press(KeyEvent.VK_LEFT);
    window.press(KeyEvent.VK_ENTER);
    open(new Gpt2Ref.Pair(new HookPoint(Site.PATTERN, 5), 2, 7, 3));
    window.picture("attention-window");
  }

  @Test
  void hoveringShowsAnotherTokensArcsAndAClickFollowsIt() {
    ArcBand arcs = window.find("gpt2.attention.arcs", ArcBand.class);
    Point chip = middle(() -> arcs.layout(scene()).chip(1));
    window.robot().moveMouse(arcs, chip);
    window.robot().waitForIdle();
    window.picture("attention-window-hover");
    assertThat(execute(() -> presenter.token())).isEqualTo(3);
    window.click(arcs, chip);
    window.await("the second token", () -> presenter.token() == 1);
    window.press(KeyEvent.VK_LEFT);
    window.await("the first", () -> presenter.token() == 0);
  }

  @Test
  void aNumberAtAnArcsEndIsOpened() {
    ArcBand arcs = window.find("gpt2.attention.arcs", ArcBand.class);
    int key = execute(() -> AttentionWords.strongest(scene()));
    Point number = middle(() -> arcs.layout(scene()).value(key));
    window.click(arcs, number);
    open(new Gpt2Ref.Pair(new HookPoint(Site.PATTERN, 0), 0, 3, key));
  }

  @Test
  void aFigureIsOpenedAndTheMeanOfTheLayerShown() {
    FigureList figures = window.find("gpt2.attention.figures", FigureList.class);
    window.click(figures, middle(() -> figures.row(1)));
    open(new AttentionRef.OfHead(HeadFigure.ENTROPY, 0, 0));
    AbstractButton mean = window.find("gpt2.attention.subject.1", AbstractButton.class);
    window.click(mean, middle(() -> new Box(0, 0, mean.getWidth(), mean.getHeight())));
    window.await("the mean", () -> scene().isMean());
    PatternMap map = window.find("gpt2.attention.map", PatternMap.class);
    window.click(map, middle(() -> map.layout(scene()).cell(2, 0)));
    open(new AttentionRef.MeanWeight(0, 2, 0));
    window.picture("attention-window-mean");
  }
}
