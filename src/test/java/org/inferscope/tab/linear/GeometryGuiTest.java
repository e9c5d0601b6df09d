package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Component;
import java.awt.Point;
import java.awt.event.KeyEvent;
import org.assertj.swing.core.MouseButton;
import org.inferscope.model.linear.GeometryQuantity;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.support.GuiTest;
import org.inferscope.support.TestWindow;
import org.inferscope.ui.inspector.InspectorModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The geometry in a real window, used with mouse and keyboard. */
@GuiTest
class GeometryGuiTest {
  private final InspectorModel inspector = new InspectorModel();
  private LinearPresenter presenter;
  private TestWindow<LinearView> window;

  @BeforeEach
  void openAWindow() {
    window =
        TestWindow.of(
            () -> {
              presenter = Geometries.of(Geometries.rotation(30), Geometries.x(1.5f, 1), inspector);
              return new LinearView(presenter);
            });
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  private PlanesView planes() {
    return window.robot().finder().findByName("linear.planes", PlanesView.class);
  }

  private Point tip(Tip tip) {
    return execute(
        () -> {
          double[] place = planes().scene().arrow(tip).orElseThrow().to();
          return new Point((int) Math.round(place[0]), (int) Math.round(place[1]));
        });
  }

  private float weight(int i, int j) {
    return execute(() -> presenter.layer().w().get(i, j));
  }

  private void drag(Tip tip, int dx, int dy) {
    Point from = tip(tip);
    window.robot().pressMouse(planes(), from, MouseButton.LEFT_BUTTON);
    for (int k = 1; k <= 4; k++) {
      window.robot().moveMouse(planes(), from.x + dx * k / 4, from.y + dy * k / 4);
      window.robot().waitForIdle();
    }
  }

  @Test
  void aTipThatIsDraggedTakesItsColumnOfWAlongAndUndoBringsItBack() {
    float before = weight(0, 0);

    drag(Tip.column(0), 40, 0);
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);

    window.await("W₁₁ has grown", () -> presenter.layer().w().get(0, 0) > before + 0.1f);
    assertThat(weight(0, 1)).isEqualTo(-0.5f);
    assertThat(weight(1, 0)).isEqualTo(0.5f);
    execute(() -> presenter.history().undo());
    assertThat(weight(0, 0)).isEqualTo(before);
  }

  @Test
  void escapeInADragTakesItBack() {
    drag(Tip.column(1), 30, 20);
    window.await("W₁₂ has changed", () -> presenter.layer().w().get(0, 1) != -0.5f);

    window.press(KeyEvent.VK_ESCAPE);
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);

    window.await("it is back", () -> presenter.layer().equals(Geometries.rotation(30)));
  }

  @Test
  void aTipIsReachedAndMovedByTheKeyboard() {
    Component handle = window.robot().finder().findByName("linear.tip.COLUMN.1");
    execute(() -> handle.requestFocusInWindow());
    window.await("the tip has the keyboard", handle::isFocusOwner);

    window.press(KeyEvent.VK_RIGHT);
    window.press(KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);

    window.await("W₁₂ is −0.39", () -> presenter.layer().w().get(0, 1) == -0.39f);
    window.press(KeyEvent.VK_ENTER);
    window.await(
        "W₁₂ is explained",
        () ->
            inspector
                .current()
                .filter(shown -> shown.subject().equals(new LinearRef.Weight(0, 1)))
                .isPresent());
    window.press(KeyEvent.VK_TAB);
    window.await("the keyboard has gone on", () -> !handle.isFocusOwner());
  }

  @Test
  void aFigureOpensItsExplanation() {
    window.find().button("linear.geometry." + GeometryQuantity.SINGULAR_1).click();

    window.await(
        "σ₁ is explained",
        () ->
            inspector
                .current()
                .filter(
                    shown ->
                        shown.subject().equals(new LinearRef.Geometry(GeometryQuantity.SINGULAR_1)))
                .isPresent());
  }

  @Test
  void itPlaysFromTheIdentityToTheEnd() {
    execute(() -> presenter.playback().first());
    assertThat(execute(() -> planes().scene().moment().turned())).isZero();

    execute(() -> presenter.playback().scrub(1.99));
    execute(() -> presenter.playback().play());

    window.await("it has played", () -> presenter.playback().isAtEnd());
    assertThat(execute(() -> planes().scene().moment().isShifted())).isTrue();
  }
}
