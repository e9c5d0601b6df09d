package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Cursor;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import javax.swing.KeyStroke;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.support.Pictures;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.action.Shortcuts;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The planes without a window, used by the events that a mouse and keys would send. */
class PlanesViewTest {
  /** The view, and a hand on it. */
  private static final class Hand {
    final InspectorModel inspector = new InspectorModel();
    final LinearPresenter presenter;
    final PlanesView view;
    double x;
    double y;

    Hand(LinearLayer layer, Matrix input) {
      presenter = Geometries.of(layer, input, inspector);
      view = new PlanesView(presenter);
      view.setSize(850, 445);
      presenter.listen(view::refresh);
      presenter.playback().listen(view::refresh);
      view.refresh();
    }

    void pressAt(Tip tip) {
      double[] place = view.scene().arrow(tip).orElseThrow().to();
      press(place[0], place[1]);
    }

    void press(double atX, double atY) {
      x = atX;
      y = atY;
      send(MouseEvent.MOUSE_PRESSED, InputEvent.BUTTON1_DOWN_MASK, MouseEvent.BUTTON1);
    }

    /** Pulls by amounts of the plane after, in one event. */
    void pull(double right, double up, int modifiers) {
      double pixel = view.scene().after().perPixel();
      x += right / pixel;
      y -= up / pixel;
      send(MouseEvent.MOUSE_DRAGGED, InputEvent.BUTTON1_DOWN_MASK | modifiers, 0);
    }

    void release() {
      send(MouseEvent.MOUSE_RELEASED, 0, MouseEvent.BUTTON1);
    }

    void moveTo(double atX, double atY) {
      x = atX;
      y = atY;
      send(MouseEvent.MOUSE_MOVED, 0, 0);
    }

    private void send(int id, int modifiers, int button) {
      view.dispatchEvent(
          new MouseEvent(
              view, id, 0, modifiers, (int) Math.round(x), (int) Math.round(y), 1, false, button));
    }

    void key(Tip tip, KeyStroke stroke) {
      TipHandle handle = handle(tip);
      Object action = handle.getInputMap().get(stroke);
      handle.getActionMap().get(action).actionPerformed(new ActionEvent(handle, 0, ""));
    }

    TipHandle handle(Tip tip) {
      String name = tip.kind() == Tip.Kind.COLUMN ? "COLUMN." + tip.index() : tip.kind().name();
      return view.handles().stream()
          .filter(handle -> handle.getName().equals("linear.tip." + name))
          .findFirst()
          .orElseThrow();
    }

    float w(int i, int j) {
      return presenter.layer().w().get(i, j);
    }
  }

  private static void with(LinearLayer layer, Consumer<Hand> test) {
    Matrix x = layer.inputs() == 2 ? Geometries.x(1.5f, 1) : Geometries.x(1, 1.2f, 0.8f);
    with(layer, x, test);
  }

  private static void with(LinearLayer layer, Matrix x, Consumer<Hand> test) {
    Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          test.accept(new Hand(layer, x));
          return true;
        });
  }

  private static LinearLayer identity() {
    return Geometries.layer(new float[][] {{1, 0}, {0, 1}}, 0, 0);
  }

  @Test
  void draggingTheImageOfABasisVectorEditsThatColumnAsOneStep() {
    with(
        identity(),
        hand -> {
          int depth = hand.presenter.history().depth();
          hand.pressAt(Tip.column(1));
          for (int k = 0; k < 5; k++) {
            hand.pull(0.1, -0.06, 0);
          }
          hand.release();

          assertThat(hand.w(0, 1)).isBetween(0.47f, 0.53f);
          assertThat(hand.w(1, 1)).isBetween(0.67f, 0.73f);
          assertThat(hand.w(0, 0)).isEqualTo(1);
          assertThat(hand.w(1, 0)).isZero();
          assertThat(hand.presenter.history().depth()).isEqualTo(depth + 1);
          assertThat(hand.presenter.history().undoLabel()).contains("Change W·e₂");
          hand.presenter.history().undo();
          assertThat(hand.presenter.layer()).isEqualTo(identity());
        });
  }

  @Test
  void twoDragsAreTwoStepsAndTextsHaveNoMoreDigitsThanPixelsTell() {
    with(
        identity(),
        hand -> {
          int depth = hand.presenter.history().depth();
          for (int k = 0; k < 2; k++) {
            hand.pressAt(Tip.column(0));
            hand.pull(-0.1234, 0.0567, 0);
            hand.release();
          }

          assertThat(hand.presenter.history().depth()).isEqualTo(depth + 2);
          assertThat(hand.presenter.grid(Part.W).at(0, 0).text()).matches("0\\.\\d{1,2}");
        });
  }

  @Test
  void theCommandKeySnapsAndShiftIsATenthAsFast() {
    with(
        identity(),
        hand -> {
          hand.pressAt(Tip.column(0));
          hand.pull(0.26, 0.33, Shortcuts.MENU);
          assertThat(hand.w(0, 0)).isEqualTo(1.3f);
          assertThat(hand.w(1, 0)).isEqualTo(0.3f);
          hand.release();

          hand.pressAt(Tip.column(1));
          hand.pull(0.5, 0, InputEvent.SHIFT_DOWN_MASK);
          hand.release();
          assertThat(hand.w(0, 1)).isBetween(0.045f, 0.055f);
          assertThat(hand.w(1, 1)).isEqualTo(1);
        });
  }

  @Test
  void escapeTakesADragBackAndTheRestOfItDoesNothing() {
    with(
        Geometries.general(),
        hand -> {
          int depth = hand.presenter.history().depth();
          hand.pressAt(Tip.column(0));
          hand.pull(0.4, 0.4, 0);
          assertThat(hand.presenter.layer()).isNotEqualTo(Geometries.general());
          hand.key(Tip.column(0), Shortcuts.key(KeyEvent.VK_ESCAPE));
          hand.pull(0.4, 0.4, 0);
          hand.release();

          assertThat(hand.presenter.layer()).isEqualTo(Geometries.general());
          assertThat(hand.presenter.history().depth()).isEqualTo(depth);
        });
  }

  @Test
  void theTipOfXEditsTheRowInFocusAndTheTipOfBEditsB() {
    with(
        Geometries.shifted(),
        Geometries.batch(3, 2),
        hand -> {
          hand.presenter.setRow(1);
          Matrix before = hand.presenter.x();
          hand.pressAt(Tip.INPUT);
          hand.pull(0.5, 0, 0);
          hand.release();
          assertThat(hand.presenter.x().get(1, 0) - before.get(1, 0)).isBetween(0.4f, 0.6f);
          assertThat(hand.presenter.x().get(1, 1)).isEqualTo(before.get(1, 1));
          assertThat(hand.presenter.x().rowEquals(0, before)).isTrue();

          hand.pressAt(Tip.BIAS);
          hand.pull(0, -0.5, 0);
          hand.release();
          assertThat(hand.presenter.layer().b().get(0, 0)).isEqualTo(2);
          assertThat(hand.presenter.layer().b().get(1, 0)).isBetween(0.4f, 0.6f);
        });
  }

  @Test
  void aDragInTheMiddleOfTheAnimationJumpsToItsEndFirst() {
    with(
        Geometries.general(),
        hand -> {
          hand.presenter.playback().scrub(0.5);
          hand.pressAt(Tip.column(0));
          hand.pull(0.2, 0, 0);
          hand.release();

          assertThat(hand.presenter.playback().isAtEnd()).isTrue();
          assertThat(hand.w(0, 0)).isBetween(1.36f, 1.44f);
        });
  }

  @Test
  void afterTheFirstPhaseADragLeavesTheAnimationWhereItIs() {
    with(
        Geometries.general(),
        hand -> {
          hand.presenter.playback().seek(1);
          hand.pressAt(Tip.column(0));
          hand.pull(0.2, 0, 0);
          hand.release();

          assertThat(hand.presenter.playback().progress()).isEqualTo(1);
          assertThat(hand.w(0, 0)).isBetween(1.36f, 1.44f);
        });
  }

  @Test
  void scalesHoldStillUnderADragAndOnlyWidenAtTheEdge() {
    with(
        identity(),
        hand -> {
          double range = hand.view.scene().after().range();
          hand.pressAt(Tip.column(0));
          hand.pull(-0.5, 0.2, 0);
          assertThat(hand.view.scene().after().range()).isEqualTo(range);
          hand.pull(2 * range, 0, 0);
          double wide = hand.view.scene().after().range();
          assertThat(wide).isGreaterThan(range);
          hand.pull(-2 * range, 0, 0);
          assertThat(hand.view.scene().after().range()).isEqualTo(wide);
          hand.release();
          assertThat(hand.view.scene().after().range()).isEqualTo(range);
        });
  }

  @Test
  void arrowKeysNudgeAndARunOfThemIsOneStep() {
    with(
        identity(),
        hand -> {
          int depth = hand.presenter.history().depth();
          hand.key(Tip.column(0), Shortcuts.key(KeyEvent.VK_UP));
          hand.key(Tip.column(0), Shortcuts.key(KeyEvent.VK_UP));
          hand.key(Tip.column(0), Shortcuts.shift(KeyEvent.VK_LEFT));
          assertThat(hand.w(1, 0)).isEqualTo(0.2f);
          assertThat(hand.w(0, 0)).isEqualTo(0.99f);
          assertThat(hand.presenter.history().depth()).isEqualTo(depth + 1);
          hand.key(Tip.INPUT, Shortcuts.key(KeyEvent.VK_RIGHT));
          assertThat(hand.presenter.x().get(0, 0)).isEqualTo(1.6f);
          assertThat(hand.presenter.history().depth()).isEqualTo(depth + 2);
        });
  }

  @Test
  void enterExplainsTheNumberMovedLastAndAClickTheFirst() {
    with(
        Geometries.general(),
        hand -> {
          hand.key(Tip.column(1), Shortcuts.key(KeyEvent.VK_UP));
          hand.key(Tip.column(1), Shortcuts.key(KeyEvent.VK_ENTER));
          assertThat(explained(hand)).isEqualTo(new LinearRef.Weight(1, 1));

          hand.pressAt(Tip.OUTPUT);
          hand.release();
          assertThat(explained(hand)).isEqualTo(new LinearRef.Output(0, 0));
        });
  }

  private static Object explained(Hand hand) {
    return hand.inspector.current().orElseThrow().subject();
  }

  @Test
  void numbersInLabelsAndInTheMapAreExplainedByAClick() {
    with(
        Geometries.general(),
        hand -> {
          TipLabel label =
              hand.view.scene().labels().stream()
                  .filter(each -> each.text().startsWith("b = "))
                  .findFirst()
                  .orElseThrow();
          click(hand, label.box().right() - 2 * label.size(), label.box().centerY());
          assertThat(explained(hand)).isEqualTo(new LinearRef.Bias(1));

          Box weight = MapNumbers.of(hand.view.scene().layout()).weight(0, 1);
          click(hand, weight.centerX(), weight.centerY());
          assertThat(explained(hand)).isEqualTo(new LinearRef.Weight(0, 1));
        });
  }

  private static void click(Hand hand, double x, double y) {
    hand.press(x, y);
    hand.release();
  }

  @Test
  void handlesAreLargeEnoughAndShowUnderThePointer() {
    with(
        Geometries.general(),
        hand -> {
          double[] tip = hand.view.scene().arrow(Tip.column(0)).orElseThrow().to();
          hand.moveTo(tip[0] + 7, tip[1] + 7);
          assertThat(hand.view.scene().light().hot()).contains(Tip.column(0));
          assertThat(hand.view.getCursor().getType()).isEqualTo(Cursor.HAND_CURSOR);
          hand.moveTo(2, 2);
          assertThat(hand.view.scene().light().hot()).isEmpty();
          assertThat(hand.view.getCursor().getType()).isEqualTo(Cursor.DEFAULT_CURSOR);
        });
  }

  @Test
  void handlesHaveNamesAndShowOnlyWhatIsThere() {
    with(
        Geometries.general(),
        hand -> {
          String name = hand.handle(Tip.column(0)).getAccessibleContext().getAccessibleName();
          assertThat(name).isEqualTo("W·e₁ = (1.2, 0.4)");
          assertThat(hand.handle(Tip.BIAS).isVisible()).isTrue();
          assertThat(hand.handle(Tip.column(2)).isVisible()).isFalse();
          hand.presenter.playback().seek(1);
          assertThat(hand.handle(Tip.BIAS).isVisible()).isFalse();
        });
  }

  @Test
  void inSpaceADragBesideTheTipsTurnsBothPicturesAndOneAtATipMovesItInThePicture() {
    with(
        Geometries.space(),
        hand -> {
          Camera before = hand.view.scene().camera();
          Box plane = hand.view.scene().before().box();
          hand.press(plane.x() + 6, plane.y() + 6);
          hand.pull(0.5, 0, 0);
          hand.release();
          assertThat(hand.view.scene().camera().turn()).isGreaterThan(before.turn());
          assertThat(hand.presenter.layer()).isEqualTo(Geometries.space());

          double[] from = hand.view.scene().arrow(Tip.column(2)).orElseThrow().to();
          hand.pressAt(Tip.column(2));
          hand.pull(0.3, 0.1, 0);
          double pixel = hand.view.scene().after().perPixel();
          double[] to = hand.view.scene().arrow(Tip.column(2)).orElseThrow().to();
          assertThat((to[0] - from[0]) * pixel).isBetween(0.25, 0.35);
          assertThat((from[1] - to[1]) * pixel).isBetween(0.05, 0.15);
          hand.release();
        });
  }

  @Test
  void anUndoInTheMiddleOfADragCountsFromWhatIsThereThen() {
    with(
        identity(),
        hand -> {
          hand.pressAt(Tip.column(0));
          hand.pull(0.4, 0, 0);
          hand.presenter.history().undo();
          hand.pull(0.1, 0, 0);
          hand.release();

          assertThat(hand.w(0, 0)).isBetween(1.05f, 1.15f);
        });
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 1e30f, -3.4e38f, 1e-38f, 0})
  void noNumberMakesItThrow(float value) {
    with(
        Geometries.layer(new float[][] {{value, 0}, {value, value}}, value, 1),
        Geometries.x(1, value),
        hand -> {
          hand.moveTo(500, 200);
          click(hand, 500, 200);
          hand.presenter.playback().scrub(0.7);
          Pictures.paint(hand.view);
          hand.key(Tip.column(0), Shortcuts.key(KeyEvent.VK_UP));
          Pictures.paint(hand.view);
        });
  }
}
