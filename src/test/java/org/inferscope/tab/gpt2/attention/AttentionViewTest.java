package org.inferscope.tab.gpt2.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.attention.AttentionRef;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.model.gpt2.attention.HeadTag;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.support.NoFiles;
import org.inferscope.support.Pictures;
import org.inferscope.tab.gpt2.attention.MapPainter.Cell;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Scale;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Subject;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view off-screen, with the embedded model, driven by events. */
class AttentionViewTest {
  private static final String REPEATED = "zor lem kip dax mog zor lem kip dax";
  private static final int WIDTH = 844;
  private static final int HEIGHT = 530;

  @TempDir Path folder;
  private Path saved = Path.of("");
  private Gpt2Rig rig;
  private AttentionPane pane;
  private JComponent view;

  @BeforeEach
  void show() {
    saved = folder.resolve("saved.csv");
    on(
        () -> {
          Themes.install(Look.of(false));
          rig = new Gpt2Rig(folder.resolve("models"), new Saving());
          rig.presenter.show(View.ATTENTION);
          pane = new AttentionPane(rig.presenter);
          view = pane.component();
          rig.type(REPEATED);
          layOut();
          return view;
        });
  }

  @AfterEach
  void close() {
    on(
        () -> {
          rig.close();
          return null;
        });
  }

  private final class Saving extends NoFiles {
    @Override
    public Optional<Path> toSave(String title, String kind, String name, String ending) {
      return Optional.of(saved);
    }
  }

  private static <T> T on(Supplier<T> work) {
    return Pictures.onEventThread(work);
  }

  private void layOut() {
    rig.settle();
    Pictures.layOut(view, WIDTH, HEIGHT);
  }

  private Gpt2Presenter presenter() {
    return rig.presenter;
  }

  private <T extends Component> T find(String name, Class<T> type) {
    return type.cast(found(view, name).orElseThrow());
  }

  private static Optional<Component> found(Component in, String name) {
    if (name.equals(in.getName())) {
      return Optional.of(in);
    }
    if (in instanceof Container container) {
      for (Component child : container.getComponents()) {
        Optional<Component> found = found(child, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private AttentionScene scene() {
    return new AttentionDesk(presenter()).scene().orElseThrow();
  }

  private static void mouse(Component on, int id, Box at, int button) {
    on.dispatchEvent(
        new MouseEvent(on, id, 0, 0, (int) at.centerX(), (int) at.centerY(), 1, false, button));
  }

  private static void click(Component on, Box at) {
    mouse(on, MouseEvent.MOUSE_PRESSED, at, MouseEvent.BUTTON1);
    mouse(on, MouseEvent.MOUSE_RELEASED, at, MouseEvent.BUTTON1);
    mouse(on, MouseEvent.MOUSE_CLICKED, at, MouseEvent.BUTTON1);
  }

  private static String tip(JComponent on, Box at) {
    String tip =
        on.getToolTipText(
            new MouseEvent(
                on,
                MouseEvent.MOUSE_MOVED,
                0,
                0,
                (int) at.centerX(),
                (int) at.centerY(),
                0,
                false,
                MouseEvent.NOBUTTON));
    return tip == null ? "" : tip.replaceAll("<[^>]*>", "");
  }

  private static void press(JComponent on, int key) {
    Object bound = on.getInputMap(JComponent.WHEN_FOCUSED).get(KeyStroke.getKeyStroke(key, 0));
    Action action = on.getActionMap().get(bound);
    action.actionPerformed(new ActionEvent(on, ActionEvent.ACTION_PERFORMED, ""));
  }

  private String selected() {
    return presenter().layer() + "." + presenter().head();
  }

  private ValueRef explained() {
    return rig.inspector.current().orElseThrow().subject();
  }

  @Test
  void aSmallMapIsSelectedByClickAndByArrows() {
    on(
        () -> {
          HeadGrid grid = find("gpt2.attention.grid", HeadGrid.class);
          click(grid, grid.layout(scene()).map(3, 2));
          assertThat(selected()).isEqualTo("3.2");
          press(grid, KeyEvent.VK_RIGHT);
          press(grid, KeyEvent.VK_DOWN);
          assertThat(selected()).isEqualTo("4.3");
          press(grid, KeyEvent.VK_LEFT);
          press(grid, KeyEvent.VK_UP);
          assertThat(selected()).isEqualTo("3.2");
          click(grid, grid.layout(scene()).map(0, 0));
          press(grid, KeyEvent.VK_UP);
          press(grid, KeyEvent.VK_LEFT);
          assertThat(selected()).isEqualTo("0.0");
          press(grid, KeyEvent.VK_ENTER);
          assertThat(explained()).isEqualTo(new AttentionRef.OfHead(HeadFigure.INDUCTION, 0, 0));
          return null;
        });
  }

  @Test
  void pointedAtASmallMapSaysItsFiguresAndTags() {
    on(
        () -> {
          HeadGrid grid = find("gpt2.attention.grid", HeadGrid.class);
          String tip = tip(grid, grid.layout(scene()).map(5, 2));
          assertThat(tip)
              .startsWith("Layer 5, head 2 (induction, first-token): average distance 3.25 tokens")
              .contains("entropy 0.04 bits")
              .contains("induction 0.98");
          return null;
        });
  }

  @Test
  void aWeightIsPointedAtAndItsWordFollowed() {
    on(
        () -> {
          presenter().selectHead(5, 2);
          PatternMap map = find("gpt2.attention.map", PatternMap.class);
          MapLayout layout = map.layout(scene());
          assertThat(tip(map, layout.cell(8, 4)))
              .startsWith("·dax looks at ·mog with 0.99")
              .contains("the score before softmax is ");
          assertThat(tip(map, layout.cell(2, 7))).isEmpty();
          click(map, layout.cell(8, 4));
          assertThat(explained())
              .isEqualTo(new Gpt2Ref.Pair(new HookPoint(Site.PATTERN, 5), 2, 8, 4));
          press(map, KeyEvent.VK_DOWN);
          press(map, KeyEvent.VK_LEFT);
          press(map, KeyEvent.VK_ENTER);
          assertThat(explained())
              .isEqualTo(new Gpt2Ref.Pair(new HookPoint(Site.PATTERN, 5), 2, 8, 3));
          Box word = new Box(0, layout.cell(6, 0).y(), 20, layout.cellH());
          click(map, word);
          assertThat(presenter().token()).isEqualTo(6);
          return null;
        });
  }

  @Test
  void theMeanOfALayerIsShownPointedAtAndOpened() {
    on(
        () -> {
          presenter().selectHead(4, 1);
          find("gpt2.attention.subject.1", AbstractButton.class).doClick();
          assertThat(presenter().state().attention().subject()).isEqualTo(Subject.LAYER);
          PatternMap map = find("gpt2.attention.map", PatternMap.class);
          Box cell = map.layout(scene()).cell(8, 0);
          assertThat(tip(map, cell)).endsWith("the mean of 6 heads");
          click(map, cell);
          assertThat(explained()).isEqualTo(new AttentionRef.MeanWeight(4, 8, 0));
          press(map, KeyEvent.VK_RIGHT);
          press(map, KeyEvent.VK_ENTER);
          assertThat(explained()).isEqualTo(new AttentionRef.MeanWeight(4, 8, 1));
          assertThat(pane.caption()).startsWith("Layer 4, mean of 6 heads: ·dax looks most at ");
          presenter().history().undo();
          assertThat(presenter().state().attention().subject()).isEqualTo(Subject.HEAD);
          return null;
        });
  }

  @Test
  void aTokenIsFollowedByClickAndByArrows() {
    on(
        () -> {
          ArcBand arcs = find("gpt2.attention.arcs", ArcBand.class);
          click(arcs, arcs.layout(scene()).chip(3));
          assertThat(presenter().token()).isEqualTo(3);
          press(arcs, KeyEvent.VK_LEFT);
          assertThat(presenter().token()).isEqualTo(2);
          press(arcs, KeyEvent.VK_RIGHT);
          press(arcs, KeyEvent.VK_RIGHT);
          assertThat(presenter().token()).isEqualTo(4);
          return null;
        });
  }

  @Test
  void aFigureIsOpenedByClickAndByKeys() {
    on(
        () -> {
          presenter().selectHead(5, 2);
          FigureList figures = find("gpt2.attention.figures", FigureList.class);
          click(figures, figures.row(0));
          assertThat(explained()).isEqualTo(new AttentionRef.OfHead(HeadFigure.DISTANCE, 5, 2));
          press(figures, KeyEvent.VK_DOWN);
          press(figures, KeyEvent.VK_ENTER);
          assertThat(explained()).isEqualTo(new AttentionRef.OfHead(HeadFigure.ENTROPY, 5, 2));
          assertThat(tip(figures, figures.row(4)))
              .startsWith("induction 0.98")
              .contains("the tag is given from 0.300 on");
          return null;
        });
  }

  @Test
  void anOpenFigureFollowsThePromptAndEndsWithIt() {
    on(
        () -> {
          presenter().selectHead(5, 2);
          AttentionDesk desk = new AttentionDesk(presenter());
          desk.explain(new AttentionRef.OfHead(HeadFigure.INDUCTION, 5, 2));
          double before = rig.inspector.current().orElseThrow().shown();
          rig.type("a b c a b c a b");
          assertThat(explained()).isEqualTo(new AttentionRef.OfHead(HeadFigure.INDUCTION, 5, 2));
          assertThat(rig.inspector.current().orElseThrow().shown()).isNotEqualTo(before);
          rig.type("The matrix");
          assertThat(rig.inspector.isEmpty()).isTrue();
          return null;
        });
  }

  @Test
  void withoutARepeatedTokenAnExampleIsOfferedAndTyped() {
    on(
        () -> {
          Component offer = find("gpt2.attention.example", Component.class).getParent();
          assertThat(offer.isVisible()).isFalse();
          rig.type("The matrix multiplication is");
          assertThat(offer.isVisible()).isTrue();
          FigureList figures = find("gpt2.attention.figures", FigureList.class);
          assertThat(tip(figures, figures.row(4)))
              .endsWith("No token comes twice in this prompt, so it cannot be computed.");
          find("gpt2.attention.example", AbstractButton.class).doClick();
          rig.settle();
          assertThat(presenter().state().prompt()).isEqualTo(REPEATED);
          assertThat(offer.isVisible()).isFalse();
          return null;
        });
  }

  @Test
  void aTagFiltersTheHeads() {
    on(
        () -> {
          AbstractButton induction = find("gpt2.attention.tag.INDUCTION", AbstractButton.class);
          assertThat(induction.getText()).isEqualTo("induction 6");
          induction.doClick();
          assertThat(presenter().state().attention().filter()).contains(HeadTag.INDUCTION);
          assertThat(induction.isSelected()).isTrue();
          induction.doClick();
          assertThat(presenter().state().attention().filter()).isEmpty();
          find("gpt2.attention.scale.1", AbstractButton.class).doClick();
          assertThat(presenter().state().attention().scale()).isEqualTo(Scale.LINEAR);
          return null;
        });
  }

  @Test
  void theWheelEnlargesAroundThePointer() {
    on(
        () -> {
          PatternMap map = find("gpt2.attention.map", PatternMap.class);
          MapLayout before = map.layout(scene());
          Box cell = before.cell(7, 2);
          for (int i = 0; i < 4; i++) {
            map.dispatchEvent(
                new MouseWheelEvent(
                    map,
                    MouseEvent.MOUSE_WHEEL,
                    0,
                    0,
                    (int) cell.centerX(),
                    (int) cell.centerY(),
                    0,
                    false,
                    MouseWheelEvent.WHEEL_UNIT_SCROLL,
                    1,
                    -1));
          }
          MapLayout after = map.layout(scene());
          assertThat(after.cellW()).isGreaterThan(before.cellW());
          assertThat(after.queryAt(cell.centerY())).isBetween(6, 8);
          press(map, KeyEvent.VK_0);
          assertThat(map.layout(scene())).isEqualTo(before);
          return null;
        });
  }

  @Test
  void manyWeightsAreMeasuredInAJobAndShownWhenItEnds() {
    on(
        () -> {
          StringBuilder prompt = new StringBuilder("zor");
          for (int i = 0; i < 125; i++) {
            prompt.append(i % 2 == 0 ? " lem" : " kip");
          }
          AbstractButton tag = find("gpt2.attention.tag.DUPLICATE", AbstractButton.class);
          List<String> shown = new ArrayList<>();
          presenter().listen(() -> shown.add(tag.getText()));
          rig.type(prompt.toString());
          assertThat(shown).contains("duplicate-token …");
          assertThat(tag.getText()).matches("duplicate-token \\d+");
          return null;
        });
  }

  @Test
  void withoutAPromptASentenceSaysSo() {
    on(
        () -> {
          presenter().type("");
          rig.settle();
          assertThat(pane.caption()).startsWith("Type a prompt");
          layOut();
          Pictures.save("attention-empty", Pictures.paint(view));
          return null;
        });
  }

  @Test
  void whileAnotherViewIsInFrontNothingIsHeldOnTo() {
    on(
        () -> {
          presenter().show(View.MAP);
          assertThat(new AttentionDesk(presenter()).scene()).isEmpty();
          presenter().show(View.ATTENTION);
          assertThat(new AttentionDesk(presenter()).scene()).isPresent();
          return null;
        });
  }

  @Test
  void weightsAndFiguresAreExported() {
    on(
        () -> {
          presenter().selectHead(5, 2);
          perform("gpt2.attention.csv");
          assertThat(read()).startsWith("query,0 zor,1 ·lem").contains("8 ·dax,");
          perform("gpt2.attention.csv.figures");
          assertThat(read()).startsWith("layer,head,").contains("induction");
          return null;
        });
  }

  private void perform(String id) {
    pane.actions().stream()
        .filter(action -> action.id().equals(id))
        .findFirst()
        .ifPresent(AppAction::perform);
    rig.settle();
  }

  private String read() {
    try {
      return Files.readString(saved);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theStrongestHeadOfAKindIsGoneTo() {
    on(
        () -> {
          perform("gpt2.attention.find.PREVIOUS");
          assertThat(selected()).isEqualTo("2.4");
          perform("gpt2.attention.find.INDUCTION");
          assertThat(selected()).isEqualTo("5.2");
          return null;
        });
  }

  @Test
  void headsAreListedByAFigureAndSelectedThere() {
    on(
        () -> {
          Component panel = pane.panels().get(0).maker().get();
          Pictures.layOut(panel, 360, 700);
          RankingTable table =
              (RankingTable) found(panel, "gpt2.attention.ranking.table").orElseThrow();
          assertThat(table.getRowCount()).isEqualTo(36);
          assertThat(table.getValueAt(0, 0)).isEqualTo("5.2");
          table.setRowSelectionInterval(1, 1);
          assertThat(selected()).isEqualTo("5.3");
          press(table, KeyEvent.VK_ENTER);
          assertThat(explained()).isEqualTo(new AttentionRef.OfHead(HeadFigure.INDUCTION, 5, 3));
          new AttentionDesk(presenter()).rankBy(HeadFigure.PREVIOUS);
          Pictures.layOut(panel, 360, 700);
          assertThat(table.getValueAt(0, 0)).isEqualTo("2.4");
          new AttentionDesk(presenter()).toggleFilter(HeadTag.DUPLICATE);
          Pictures.layOut(panel, 360, 700);
          assertThat(table.getRowCount()).isEqualTo(5);
          Pictures.save("attention-ranking", Pictures.paint(panel));
          return null;
        });
  }

  @Test
  void theMenuOpensWeightAndScoreAndFollows() {
    on(
        () -> {
          presenter().selectHead(5, 2);
          AttentionDesk desk = new AttentionDesk(presenter());
          var menu = AttentionMenu.of(desk, scene(), new Cell(6, 2));
          assertThat(menu.getComponentCount()).isEqualTo(5);
          ((AbstractButton) menu.getComponent(1)).doClick();
          assertThat(explained())
              .isEqualTo(new Gpt2Ref.Pair(new HookPoint(Site.SCORES, 5), 2, 6, 2));
          ((AbstractButton) menu.getComponent(4)).doClick();
          assertThat(presenter().token()).isEqualTo(2);
          return null;
        });
  }
}
