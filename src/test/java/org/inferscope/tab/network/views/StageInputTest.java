package org.inferscope.tab.network.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JScrollBar;
import javax.swing.KeyStroke;
import org.inferscope.model.network.Ablations;
import org.inferscope.support.Pictures;
import org.inferscope.tab.network.desk.Display;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;

/** What pointer and keyboard do in both views. */
class StageInputTest {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 470;

  private final List<String> opened = new ArrayList<>();

  private void on(Runnable work) {
    Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          work.run();
          return true;
        });
  }

  private BatchStage batch(ViewBench bench) {
    BatchStage stage =
        new BatchStage(bench.presenter, (c, row, i) -> opened.add(c + "," + row + "," + i));
    show(stage);
    bench.presenter.listen(stage::refresh);
    stage.refresh();
    Pictures.paint(stage);
    return stage;
  }

  private CompareStage compare(ViewBench bench) {
    CompareStage stage =
        new CompareStage(bench.presenter, (c, row, i) -> opened.add(c + "," + row + "," + i));
    show(stage);
    bench.presenter.listen(stage::refresh);
    stage.refresh();
    Pictures.paint(stage);
    return stage;
  }

  private static void show(JComponent stage) {
    stage.setSize(WIDTH, HEIGHT);
  }

  private static void mouse(JComponent stage, int id, Box at) {
    int button = id == MouseEvent.MOUSE_PRESSED ? MouseEvent.BUTTON1 : MouseEvent.NOBUTTON;
    int modifiers = id == MouseEvent.MOUSE_PRESSED ? InputEvent.BUTTON1_DOWN_MASK : 0;
    stage.dispatchEvent(
        new MouseEvent(
            stage, id, 0, modifiers, (int) at.centerX(), (int) at.centerY(), 1, false, button));
  }

  private static void key(JComponent stage, int key, int modifiers) {
    Object name =
        stage.getInputMap(JComponent.WHEN_FOCUSED).get(KeyStroke.getKeyStroke(key, modifiers));
    Objects.requireNonNull(stage.getActionMap().get(name))
        .actionPerformed(new ActionEvent(stage, 0, ""));
  }

  private static BatchLayout batchLayout(ViewBench bench) {
    return new BatchScenes(bench.presenter)
        .layout(bench.presenter.shown().orElseThrow(), WIDTH, HEIGHT, 0);
  }

  private static CompareLayout compareLayout(ViewBench bench) {
    Comparison runs = Comparison.of(bench.presenter.shown().orElseThrow()).orElseThrow();
    return new CompareScenes(bench.presenter).layout(runs, WIDTH, HEIGHT, 0);
  }

  private static <T extends Component> T find(Container in, Class<T> type, String name) {
    return all(in)
        .filter(part -> name.equals(part.getName()))
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  private static Stream<Component> all(Container in) {
    return Arrays.stream(in.getComponents())
        .flatMap(
            part ->
                part instanceof Container inner
                    ? Stream.concat(Stream.of(part), all(inner))
                    : Stream.of(part));
  }

  @Test
  void aClickOnACellBringsItsInputIntoFocusAndOpensTheUnit() {
    ViewBench bench = ViewBench.of(32, 8, 16, 8, 4);
    on(
        () -> {
          BatchStage stage = batch(bench);
          mouse(
              stage,
              MouseEvent.MOUSE_PRESSED,
              batchLayout(bench).columns().get(1).grid().cell(5, 3));
          bench.compute.runAll();
        });

    assertThat(opened).containsExactly("1,5,3");
    assertThat(bench.presenter.row()).isEqualTo(5);
  }

  @Test
  void thePointerLightsTheUnitItIsOnAndNoLongerWhenItLeaves() {
    ViewBench bench = ViewBench.of(32, 8, 16, 8, 4);
    on(
        () -> {
          BatchStage stage = batch(bench);
          Box cell = batchLayout(bench).columns().get(2).grid().cell(7, 6);
          mouse(stage, MouseEvent.MOUSE_MOVED, cell);
          assertThat(bench.presenter.isPointedAt()).isTrue();
          assertThat(bench.presenter.focus()).isEqualTo(new Ablations.Unit(2, 6));
          Pictures.paint(stage);
          mouse(stage, MouseEvent.MOUSE_MOVED, batchLayout(bench).columns().get(2).plot());
          Pictures.paint(stage);
          mouse(stage, MouseEvent.MOUSE_EXITED, cell);
          assertThat(bench.presenter.isPointedAt()).isFalse();
        });

    assertThat(opened).isEmpty();
  }

  @Test
  void aClickOnTheNumberOfAnInputBringsItIntoFocus() {
    ViewBench bench = ViewBench.of(32, 8, 16, 8, 4);
    on(
        () -> {
          BatchStage stage = batch(bench);
          BatchLayout layout = batchLayout(bench);
          Box row = layout.columns().get(0).grid().row(9);
          mouse(
              stage,
              MouseEvent.MOUSE_PRESSED,
              new Box(layout.gutter().x(), row.y(), layout.gutter().w() - 4, row.h()));
        });

    assertThat(bench.presenter.row()).isEqualTo(9);
    assertThat(opened).isEmpty();
  }

  @Test
  void keysGoFromInputToInputAndFromUnitToUnit() {
    ViewBench bench = ViewBench.of(32, 8, 16, 8, 4);
    on(
        () -> {
          BatchStage stage = batch(bench);
          key(stage, KeyEvent.VK_DOWN, 0);
          key(stage, KeyEvent.VK_PAGE_DOWN, 0);
          key(stage, KeyEvent.VK_UP, 0);
          assertThat(bench.presenter.row()).isEqualTo(10);
          key(stage, KeyEvent.VK_END, 0);
          assertThat(bench.presenter.row()).isEqualTo(31);
          key(stage, KeyEvent.VK_DOWN, 0);
          assertThat(bench.presenter.row()).isEqualTo(31);
          key(stage, KeyEvent.VK_HOME, 0);
          key(stage, KeyEvent.VK_LEFT, 0);
          assertThat(bench.presenter.focus()).isEqualTo(new Ablations.Unit(2, 7));
          key(stage, KeyEvent.VK_RIGHT, 0);
          assertThat(bench.presenter.focus()).isEqualTo(new Ablations.Unit(3, 0));
          key(stage, KeyEvent.VK_LEFT, InputEvent.SHIFT_DOWN_MASK);
          key(stage, KeyEvent.VK_ENTER, 0);
        });

    assertThat(opened).containsExactly("2,0,0");
  }

  @Test
  void oneInputOffersABatch() {
    ViewBench bench = ViewBench.of(1, 8, 16, 8, 4);
    on(
        () -> {
          BatchStage stage = batch(bench);
          JButton more = find(stage, JButton.class, "network.batch.more");
          assertThat(more.getParent().isVisible()).isTrue();
          more.doClick();
          bench.compute.runAll();
          assertThat(more.getParent().isVisible()).isFalse();
        });

    assertThat(bench.presenter.state().input().size()).isEqualTo(32);
  }

  @Test
  void theScrollBarShowsForADeepNetworkAndFollowsTheKeyboard() {
    int[] widths = new int[25];
    Arrays.fill(widths, 8);
    ViewBench bench = ViewBench.of(4, widths);
    on(
        () -> {
          JScrollBar bar = find(batch(bench), JScrollBar.class, "network.batch.scroll");
          assertThat(bar.isVisible()).isTrue();
          BatchStage stage = (BatchStage) bar.getParent();
          bench.presenter.choose(new Ablations.Unit(23, 7));
          key(stage, KeyEvent.VK_RIGHT, 0);
          assertThat(bar.getValue()).isEqualTo(bar.getMaximum() - bar.getVisibleAmount());
          Pictures.paint(stage);
          assertThat(
                  find(batch(ViewBench.of(4, 8, 4)), JScrollBar.class, "network.batch.scroll")
                      .isVisible())
              .isFalse();
        });
  }

  @Test
  void aHiddenViewKeepsNoNumbersAndComesBack() {
    ViewBench bench = ViewBench.of(32, 8, 16, 4);
    on(
        () -> {
          BatchStage stage = batch(bench);
          int before = Pictures.paint(stage).getRGB(200, 150);
          Arrays.stream(stage.getComponentListeners()).forEach(each -> each.componentHidden(null));
          stage.refresh();
          assertThat(Pictures.paint(stage).getRGB(200, 150)).isEqualTo(before);
        });
  }

  @Test
  void aClickInAnyOfTheThreePanelsOpensTheUnit() {
    ViewBench bench = ViewBench.of(1, 8, 16, 8, 4);
    bench.after(() -> bench.presenter.toggle(new Ablations.Unit(1, 0)));
    on(
        () -> {
          CompareStage stage = compare(bench);
          CompareLayout layout = compareLayout(bench);
          for (CompareLayout.Panel which : CompareLayout.Panel.values()) {
            Box lane = layout.groups().get(2).lane(which, 5);
            mouse(stage, MouseEvent.MOUSE_MOVED, lane);
            assertThat(bench.presenter.focus()).isEqualTo(new Ablations.Unit(2, 5));
            Pictures.paint(stage);
            mouse(stage, MouseEvent.MOUSE_PRESSED, lane);
          }
          mouse(stage, MouseEvent.MOUSE_EXITED, layout.headline());
          assertThat(bench.presenter.isPointedAt()).isFalse();
        });

    assertThat(opened).containsExactly("2,0,5", "2,0,5", "2,0,5");
  }

  @Test
  void aUnitThatOnlyTheHeldNetworkHasLightsButDoesNotOpen() {
    ViewBench bench = ViewBench.of(1, 8, 16, 8, 4);
    bench.after(bench.presenter::hold);
    bench.after(() -> bench.presenter.setWidth(2, 5));
    on(
        () -> {
          CompareStage stage = compare(bench);
          Box lane = compareLayout(bench).groups().get(2).lane(CompareLayout.Panel.A, 7);
          mouse(stage, MouseEvent.MOUSE_MOVED, lane);
          Pictures.paint(stage);
          mouse(stage, MouseEvent.MOUSE_PRESSED, lane);
        });

    assertThat(opened).isEmpty();
  }

  @Test
  void keysGoThroughTheUnitsOfAComparison() {
    ViewBench bench = ViewBench.of(1, 8, 16, 8, 4);
    bench.after(() -> bench.presenter.toggle(new Ablations.Unit(1, 0)));
    on(
        () -> {
          CompareStage stage = compare(bench);
          key(stage, KeyEvent.VK_DOWN, 0);
          key(stage, KeyEvent.VK_DOWN, 0);
          key(stage, KeyEvent.VK_LEFT, 0);
          key(stage, KeyEvent.VK_UP, 0);
          key(stage, KeyEvent.VK_ENTER, 0);
          Pictures.paint(stage);
        });

    assertThat(opened).containsExactly("2,0,1");
  }

  @Test
  void withoutAComparisonThereIsAButtonThatHolds() {
    ViewBench bench = ViewBench.of(1, 8, 16, 8, 4);
    on(
        () -> {
          CompareStage stage = compare(bench);
          JButton hold = find(stage, JButton.class, "network.compare.hold");
          assertThat(hold.isVisible()).isTrue();
          hold.doClick();
          bench.compute.runAll();
          assertThat(hold.isVisible()).isFalse();
          Pictures.paint(stage);
        });

    assertThat(bench.presenter.state().held()).isPresent();
    assertThat(bench.presenter.view()).isEqualTo(Display.View.COMPARE);
  }

  @Test
  void bothViewsSayWhatTheyShow() {
    ViewBench bench = ViewBench.of(32, 8, 16, 8, 4);
    on(
        () -> {
          var batch = batch(bench).getAccessibleContext();
          assertThat(batch.getAccessibleName()).isEqualTo("Activations of all inputs");
          assertThat(batch.getAccessibleDescription())
              .isEqualTo(BatchNarrator.say(bench.presenter));
          var compare = compare(bench).getAccessibleContext();
          assertThat(compare.getAccessibleName()).isEqualTo("Two runs and their difference");
          assertThat(compare.getAccessibleDescription()).startsWith("Hold this run");
        });
  }
}
