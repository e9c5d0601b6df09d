package org.inferscope.tab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.MouseButton;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Activation;
import org.inferscope.support.GuiTest;
import org.inferscope.support.NoFiles;
import org.inferscope.support.TestWindow;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.network.bench.BatchingPanel;
import org.inferscope.tab.network.bench.BatchingPresenter;
import org.inferscope.tab.network.desk.Display;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole tab in a real window, its jobs on the real compute service. */
@GuiTest
class NetworkGuiTest {
  private final LocalComputeService compute =
      new LocalComputeService(SwingUtilities::invokeLater, new ReferenceBackend(), List.of());
  private NetworkPresenter presenter;
  private BatchingPresenter batching;
  private TestWindow<JPanel> window;

  @BeforeEach
  void openAWindow() {
    compute.start();
    window =
        TestWindow.of(
            () -> {
              TabContext context =
                  new TabContext(
                      compute,
                      new InspectorModel(),
                      new Nowhere(),
                      new NoFiles(),
                      Optional.empty());
              presenter = new NetworkPresenter(context, () -> 5L, () -> 1L << 28);
              batching =
                  new BatchingPresenter(
                      compute,
                      context.inspector(),
                      () -> presenter.state().plan(),
                      presenter::room);
              JPanel both = new JPanel(new BorderLayout());
              both.add(new NetworkView(presenter));
              both.add(new BatchingPanel(batching), BorderLayout.EAST);
              both.setPreferredSize(new Dimension(1300, 700));
              return both;
            });
    window.await("the first run is there", () -> presenter.isCurrent());
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
    compute.close();
  }

  @Test
  void aNetworkIsBuiltWithTheToolbarAndComputedAtEachStep() {
    click("network.insert");
    window.await("a fourth layer", () -> ran(8, 16, 8, 4, 4));
    type("network.width", "6");
    window.await("it is six wide", () -> ran(8, 16, 8, 4, 6));
    execute(() -> combo("network.activation").setSelectedItem(Activation.SOFTMAX));
    window.await("its outputs are shares", () -> Math.abs(sumOfOutputs() - 1) < 1e-5);
    click("network.remove");
    window.await("it is gone", () -> ran(8, 16, 8, 4));
  }

  @Test
  void aWidthThatIsNoneStaysTypedAndTheNetworkStays() {
    for (String bad : List.of("0", "1000000", "many")) {
      JTextField field = type("network.width", bad);
      assertThat(execute(() -> outline("network.width"))).as(bad).isEqualTo("error");
      assertThat(execute(() -> field.getText())).isEqualTo(bad);
      assertThat(execute(() -> presenter.state().plan().widths())).containsExactly(8, 16, 8, 4);
    }
  }

  @Test
  void aUnitIsSwitchedOffAndTheDifferenceIsLookedAt() {
    execute(() -> presenter.toggle(new Ablations.Unit(1, 0)));
    window.await("it is compared", () -> presenter.isCurrent() && compared());
    press("network.viewChoice", 2);
    window.await("side by side", () -> presenter.view() == Display.View.COMPARE);
    window.picture("network-window-compare");
    execute(() -> presenter.restore());
    window.await("nothing to compare", () -> presenter.view() == Display.View.NETWORK);
  }

  @Test
  void whatIsHeldIsComparedWithNewWeights() {
    click("network.hold");
    click("network.roll");
    window.await("two sets of weights", () -> presenter.isCurrent() && compared() && seedIs(5));
    assertThat(execute(() -> presenter.view())).isEqualTo(Display.View.COMPARE);
  }

  @Test
  void aBatchIsLookedAtAndItsRowChosen() {
    type("network.batch", "40");
    window.await("forty inputs", () -> presenter.isCurrent() && batchIs(40));
    press("network.viewChoice", 1);
    window.await("all of them", () -> presenter.view() == Display.View.BATCH);
    type("network.row", "40");
    window.await("the last one", () -> presenter.isCurrent() && presenter.row() == 39);
    window.picture("network-window-batch");
  }

  @Test
  void batchingIsMeasuredAndWhatWasMeasuredStaysWhenItIsCancelled() {
    press("network.batching.subject", 1);
    click("network.batching.start");
    window.await("something is measured", () -> batching.run().isPresent());
    // Not by the mouse, for which it may have ended, and the button been switched off, too soon.
    execute(() -> ((AbstractButton) find("network.batching.cancel")).doClick());
    window.await("it has ended", () -> !batching.isRunning());
    assertThat(execute(() -> batching.run())).isPresent();
    assertThat(execute(() -> find("network.batching.start").isEnabled())).isTrue();
  }

  // Looking and acting.

  private boolean ran(int... widths) {
    return presenter.isCurrent()
        && Arrays.equals(presenter.shown().orElseThrow().plan().widths(), widths);
  }

  private double sumOfOutputs() {
    double sum = 0;
    for (float share : presenter.shown().orElseThrow().trace().output()) {
      sum += share;
    }
    return sum;
  }

  private boolean compared() {
    return presenter.shown().orElseThrow().compared().isPresent();
  }

  private boolean seedIs(long seed) {
    return presenter.shown().orElseThrow().plan().seed() == seed;
  }

  private boolean batchIs(int size) {
    return presenter.shown().orElseThrow().trace().batch() == size;
  }

  private Component find(String name) {
    return window.robot().finder().findByName(window.content(), name, false);
  }

  private JComboBox<?> combo(String name) {
    return (JComboBox<?>) find(name);
  }

  private Object outline(String name) {
    return ((JComponent) find(name)).getClientProperty("JComponent.outline");
  }

  private void click(String name) {
    AbstractButton button = (AbstractButton) find(name);
    window.await(name + " can be clicked", () -> button.isShowing() && button.isEnabled());
    window.robot().click(button, MouseButton.LEFT_BUTTON, 1);
    window.robot().waitForIdle();
  }

  /** Clicks one of the segments of a control. */
  private void press(String control, int segment) {
    JComponent all = (JComponent) find(control);
    Component one = execute(() -> all.getComponent(segment));
    window.robot().click(one, new Point(8, 8));
    window.robot().waitForIdle();
  }

  private JTextField type(String spinner, String text) {
    JSpinner control = (JSpinner) find(spinner);
    JTextField field = ((JSpinner.DefaultEditor) control.getEditor()).getTextField();
    window.await(spinner + " can be typed into", field::isShowing);
    execute(() -> field.requestFocusInWindow());
    window.await(spinner + " has the keyboard", field::isFocusOwner);
    execute(() -> field.selectAll());
    window.type(text);
    window.press(KeyEvent.VK_ENTER);
    return field;
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
