package org.inferscope.tab.gpt2.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.assertj.swing.core.MouseButton;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.gpt2.generate.explain.NextRef;
import org.inferscope.support.GuiTest;
import org.inferscope.support.NoFiles;
import org.inferscope.support.TestModels;
import org.inferscope.support.TestWindow;
import org.inferscope.tab.ModelShelf;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.ModelInUse;
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

/** The view in a real window, with jobs that run meanwhile. */
@GuiTest
class NextGuiTest {
  private static final int LONG = 200;

  @TempDir static Path folder;

  private final LocalComputeService compute =
      new LocalComputeService(SwingUtilities::invokeLater, new ReferenceBackend(), List.of());
  private final InspectorModel inspector = new InspectorModel();
  private Gpt2Presenter desk;
  private NextPane pane;
  private TestWindow<JPanel> window;

  @BeforeEach
  void openAWindow() {
    compute.start();
    window =
        TestWindow.of(
            () -> {
              ModelShelf shelf =
                  new ModelShelf(TestModels.in(folder), () -> {}, listener -> () -> {});
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
              pane = new NextPane(desk);
              desk.show(View.NEXT);
              JPanel around = new JPanel(new MigLayout("insets 0, fill"));
              around.add(pane.component(), "grow");
              around.setPreferredSize(new Dimension(820, 480));
              desk.start();
              return around;
            });
    window.await("a pass is shown", () -> desk.shown().isPresent());
  }

  @AfterEach
  void closeTheWindow() {
    execute(() -> desk.model().ifPresent(NextGuiTest::close));
    window.close();
    compute.close();
  }

  private static void close(ModelInUse model) {
    model.session().close();
  }

  private int written() {
    return desk.state().generated().size();
  }

  @Test
  void stepsRunsStopsAndContinuesFromAnAlternative() {
    press("gpt2.next.step");
    window.await("one token", () -> written() == 1 && !pane.presenter().writer().isRunning());
    // So many that it is still running when it is told to stop.
    execute(() -> desk.change(s -> s.with(s.next().withTokens(LONG)), "a long run", null));
    press("gpt2.next.run");
    window.await("some more", () -> written() >= 4);
    assertThat(execute(() -> window.find("gpt2.next.run", AbstractButton.class).getText()))
        .isEqualTo("Stop");
    press("gpt2.next.run");
    window.await("stopped", () -> !pane.presenter().writer().isRunning());
    window.await(
        "traced", () -> desk.shown().orElseThrow().tokens().generated().size() == written());
    int before = execute(this::written);
    assertThat(before).isBetween(4, LONG);
    TextView text = window.find("gpt2.next.text", TextView.class);
    // Whoever writes much scrolls on.
    execute(() -> text.scrollRectToVisible(text.place(6)));
    Rectangle place = execute(() -> text.place(6));
    window.robot().moveMouse(text, (int) place.getCenterX(), (int) place.getCenterY());
    window.await(
        "what it beat", () -> window.find("gpt2.next.alternative.1", Component.class).isShowing());
    window.picture("gpt2-next-window");
    List<Integer> old = execute(() -> desk.state().generated());
    int other =
        execute(
            () ->
                pane.presenter().alternatives(6).stream()
                    .filter(row -> !row.isChosen())
                    .findFirst()
                    .orElseThrow()
                    .candidate()
                    .id());
    int index =
        execute(
            () ->
                pane.presenter().alternatives(6).stream()
                    .map(row -> row.candidate().id())
                    .toList()
                    .indexOf(other));
    press("gpt2.next.alternative." + index);
    window.await(
        "continued",
        () ->
            written() == before
                && desk.state().generated().get(2) == other
                && !pane.presenter().writer().isRunning());
    List<Integer> now = execute(() -> desk.state().generated());
    assertThat(now.subList(0, 2)).isEqualTo(old.subList(0, 2));
    execute(() -> desk.history().undo());
    assertThat(execute(() -> desk.state().generated())).isEqualTo(old);
  }

  @Test
  void draggingTheTemperatureChangesTheChancesAndIsOneStep() {
    JSlider slider = window.find("gpt2.next.temperature.slider", JSlider.class);
    TopView top = window.find("gpt2.next.top", TopView.class);
    double before = execute(() -> top.rows().get(0).candidate().chance());
    int depth = execute(() -> desk.history().depth());
    int middle = execute(() -> slider.getHeight() / 2);
    int from = execute(() -> slider.getWidth() * 38 / 100);
    window.robot().pressMouse(slider, new Point(from, middle), MouseButton.LEFT_BUTTON);
    for (int x = from; x > 10; x -= 12) {
      window.robot().moveMouse(slider, x, middle);
    }
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);
    window.await("likelier", () -> top.rows().get(0).candidate().chance() > before + 0.1);
    assertThat(execute(() -> desk.history().depth())).isEqualTo(depth + 1);
  }

  @Test
  void badInputIsSaidWhereItWasTypedAndStays() {
    JTextField field = window.find("gpt2.next.topP", JTextField.class);
    execute(() -> field.requestFocusInWindow());
    window.await("it has the keyboard", field::isFocusOwner);
    execute(field::selectAll);
    window.type("1.5");
    window.press(KeyEvent.VK_ENTER);
    JLabel problem = window.find("gpt2.next.problem", JLabel.class);
    window.await("a sentence", problem::isShowing);
    assertThat(execute(problem::getText)).contains("at most 1 (off), but is 1.5");
    assertThat(execute(() -> field.getText())).isEqualTo("1.5");
    assertThat(execute(() -> desk.state().next().sampling().topP())).isEqualTo(0.95);
    execute(field::selectAll);
    window.type("0.5");
    window.press(KeyEvent.VK_ENTER);
    window.await("taken over", () -> desk.state().next().sampling().topP() == 0.5);
    assertThat(execute(problem::isVisible)).isFalse();
  }

  @Test
  void aChanceIsClickedAndExplainedAndTheKeyboardGetsThereToo() {
    TopView top = window.find("gpt2.next.top", TopView.class);
    Box place = execute(() -> top.place(1, TopColumn.CHANCE));
    window.click(top, new Point((int) place.centerX(), (int) place.centerY()));
    window.await("explained", () -> !inspector.isEmpty());
    NextRef first = (NextRef) execute(() -> inspector.current().orElseThrow().subject());
    assertThat(first).isInstanceOf(NextRef.Chance.class);
    window.press(KeyEvent.VK_DOWN);
    window.press(KeyEvent.VK_ENTER);
    window.await("the next one", () -> !inspector.current().orElseThrow().subject().equals(first));
    assertThat(execute(() -> inspector.current().orElseThrow().subject()))
        .isInstanceOf(NextRef.Chance.class);
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
    public void open(Intent intent) {}
  }
}
