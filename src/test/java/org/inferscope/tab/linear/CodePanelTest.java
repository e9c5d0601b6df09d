package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JToggleButton;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.LinearPeer;
import org.inferscope.model.linear.InitRequest;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.LayerCode;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.support.Pictures;
import org.inferscope.tab.PeerRun;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.Entry;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;

class CodePanelTest {
  private final List<Runnable> later = new ArrayList<>();
  private final List<String> copied = new ArrayList<>();
  private boolean clipboardFree = true;
  private PanelBench bench = new PanelBench();
  private CodePanel panel = panel();

  @Test
  void showsTheCodeOfWhatIsOnScreen() {
    assertThat(text()).isEqualTo(LayerCode.numpy(subject())).contains("y = W @ x + b");

    PanelBench.find(panel, JToggleButton.class, "linear.code.language.1").doClick();
    assertThat(text()).isEqualTo(LayerCode.torch(subject())).contains("nn.Linear(4, 3)");
  }

  @Test
  void theCodeFollowsAnEdit() {
    editW(0.25);
    layOut();

    assertThat(text()).isEqualTo(LayerCode.numpy(subject())).contains("[[0.25, 0.2, 0.3, 0.4]");
  }

  @Test
  void seededNumbersAreDrawnUntilOneIsChanged() {
    bench.presenter.choose(Initialisation.XAVIER_NORMAL);
    bench.presenter.drawInputs();
    layOut();
    assertThat(text()).contains("np.random.seed(42)", "np.random.randn(3, 4)");

    editW(0.25);
    layOut();
    assertThat(text()).doesNotContain("np.random.randn(3, 4)").contains("0.25");
    assertThat(text()).isEqualTo(LayerCode.numpy(subject()));
  }

  @Test
  void whatIsHiddenIsNotWritten() {
    String before = text();

    editW(0.25);
    assertThat(text()).isEqualTo(before);
  }

  @Test
  void longCodeIsWrittenInAJobOnceNothingChangesAnyMore() {
    bench.resize(32, 16, 8);
    editW(0.5);
    bench.compute.runAll();
    layOut();
    assertThat(status()).startsWith("Writing");
    assertThat(button("linear.code.copy").isEnabled()).isFalse();

    editW(0.25);
    layOut();
    assertThat(later).as("one pause, for the last change").hasSize(1);
    later.remove(0).run();
    assertThat(text()).contains("0.1, 0.2, 0.3, 0.4");
    bench.compute.runAll();
    layOut();

    assertThat(text()).isEqualTo(LayerCode.numpy(subject())).contains("[[0.25,");
    assertThat(status()).isEqualTo("Up to date");
    assertThat(button("linear.code.copy").isEnabled()).isTrue();
  }

  @Test
  void ofVeryLongCodeTheStartIsShownAndAllIsCopied() {
    bench.resize(64, 64, 1);
    editW(0.5);
    layOut();
    later.forEach(Runnable::run);
    bench.compute.runAll();
    layOut();

    String all = LayerCode.numpy(subject());
    assertThat(all.length()).isGreaterThan(CodePanel.LONGEST_SHOWN);
    String shown = text();
    int end = shown.lastIndexOf('\n') + 1;
    assertThat(all).startsWith(shown.substring(0, end));
    assertThat(shown.substring(end))
        .isEqualTo(
            "# … and %d more lines; Copy takes them all"
                .formatted(all.substring(end).lines().count()));
    button("linear.code.copy").doClick();
    assertThat(copied).containsExactly(all);
  }

  @Test
  void copyingSaysSoForAWhile() {
    button("linear.code.copy").doClick();
    assertThat(copied).containsExactly(LayerCode.numpy(subject()));
    assertThat(status()).isEqualTo("Copied");

    later.remove(0).run();
    assertThat(status()).isEqualTo("Up to date");

    clipboardFree = false;
    button("linear.code.copy").doClick();
    assertThat(status()).contains("clipboard");
  }

  @Test
  void withoutPyTorchItSaysHowToAddIt() {
    assertThat(PanelBench.find(panel, JTextArea.class, "linear.torch.message").getText())
        .contains("PyTorch is not part of this Inferscope", "Maven profile pytorch");
    JTextArea command = PanelBench.find(panel, JTextArea.class, "linear.torch.command");
    assertThat(command.getText()).isEqualTo("mvn -Ppytorch -q compile exec:exec");
    assertThat(command.isVisible()).isTrue();
  }

  @Test
  void pyTorchsResultStandsBesideOurs() {
    with(PanelBench.almostTheSame());
    assertThat(bench.presenter.torch().stage()).isEqualTo(PeerRun.Stage.RUNNING);
    bench.compute.runAll();
    layOut();

    assertThat(button("linear.torch.difference").getText()).isEqualTo("2.384e−7");
    assertThat(PanelBench.find(panel, JLabel.class, "linear.torch.verdict").getText())
        .isEqualTo("✓ yes");
    assertThat(button("linear.torch.ours.0").getText()).isEqualTo("3.01");
    assertThat(PanelBench.find(panel, JLabel.class, "linear.torch.theirs.0").getText())
        .isEqualTo("3.0100002");
    assertThat(PanelBench.find(panel, JComponent.class, "linear.torch.ours.3").isVisible())
        .isFalse();
    button("linear.torch.difference").doClick();
    assertThat(bench.explained()).isEqualTo(new LinearRef.TorchDifference());
  }

  @Test
  void pyTorchsFailureIsSaid() {
    bench = new PanelBench(Optional.of(PanelBench.almostTheSame()));
    bench.compute.failWith(new InferscopeException("the library could not be loaded"));
    panel = panel();
    bench.compute.runAll();
    layOut();

    assertThat(PanelBench.find(panel, JTextArea.class, "linear.torch.message").getText())
        .isEqualTo("PyTorch 2.7.1 could not compute this layer: the library could not be loaded");
  }

  private void with(LinearPeer peer) {
    bench = new PanelBench(Optional.of(peer));
    panel = panel();
  }

  private CodePanel panel() {
    CodePanel made =
        Pictures.onEventThread(
            () -> {
              Themes.install(Look.of(false));
              return new CodePanel(
                  bench.presenter,
                  (millis, work) -> {
                    later.add(work);
                    return () -> later.remove(work);
                  },
                  text -> clipboardFree && copied.add(text));
            });
    return made;
  }

  private LayerCode.Subject subject() {
    LinearPresenter presenter = bench.presenter;
    Optional<InitRequest> origin = presenter.init();
    return new LayerCode.Subject(
        presenter.layer(), presenter.x(), origin, Reshaping.untouchedInputs(presenter.state()));
  }

  private void editW(double value) {
    bench.presenter.edit(
        Part.W,
        bench.presenter.grid(Part.W).with(new Cell(0, 0), Entry.of((float) value)),
        "edit",
        null);
  }

  private String text() {
    return PanelBench.find(panel, JTextArea.class, "linear.code.text").getText();
  }

  private String status() {
    return PanelBench.find(panel, JLabel.class, "linear.code.status").getText();
  }

  private AbstractButton button(String name) {
    return PanelBench.find(panel, AbstractButton.class, name);
  }

  private void layOut() {
    Pictures.onEventThread(
        () -> {
          Pictures.layOut(panel, 336, 900);
          return true;
        });
  }
}
