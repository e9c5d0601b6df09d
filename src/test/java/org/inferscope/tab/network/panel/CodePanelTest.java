package org.inferscope.tab.network.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JToggleButton;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.TracedRun;
import org.inferscope.model.network.code.CodeText;
import org.inferscope.model.network.code.NetworkCode;
import org.inferscope.model.network.code.NetworkCode.Language;
import org.inferscope.support.Pictures;
import org.inferscope.support.Python;
import org.inferscope.tab.network.desk.NetworkRig;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CodePanelTest {
  private final List<Runnable> later = new ArrayList<>();
  private final List<String> copied = new ArrayList<>();
  private boolean clipboardFree = true;
  private final NetworkRig rig = new NetworkRig();
  private final CodePanel panel =
      Pictures.onEventThread(
          () -> {
            Themes.install(Look.of(false));
            return new CodePanel(
                rig.presenter,
                (millis, work) -> {
                  later.add(work);
                  return () -> later.remove(work);
                },
                text -> clipboardFree && copied.add(text));
          });

  private CodeText code(Language language) {
    return NetworkCode.write(language, rig.trace().network(), rig.trace().x(), 0);
  }

  private String text() {
    return Parts.find(panel, JTextArea.class, "network.code.text").getText();
  }

  private String status() {
    return Parts.find(panel, JLabel.class, "network.code.status").getText();
  }

  private AbstractButton copy() {
    return Parts.find(panel, AbstractButton.class, "network.code.copy");
  }

  private void settle() {
    rig.settle();
    Pictures.onEventThread(
        () -> {
          Pictures.layOut(panel, 336, 900);
          return true;
        });
  }

  @Test
  void theNetworkIsThereInThreeLanguages() {
    assertThat(text()).isEqualTo(code(Language.NUMPY).shown()).contains("import numpy");
    Parts.find(panel, JToggleButton.class, "network.code.language.1").doClick();
    assertThat(text()).isEqualTo(code(Language.PYTORCH).shown()).contains("nn.Sequential");
    Parts.find(panel, JToggleButton.class, "network.code.language.2").doClick();
    assertThat(text()).isEqualTo(code(Language.JAVA).shown()).contains("class Main");
  }

  @Test
  void itFollowsAnEditAndIsCopiedWhole() {
    rig.presenter.setInput(0, 0.75f, null);
    settle();
    assertThat(text()).isEqualTo(code(Language.NUMPY).shown()).contains("0.75");
    copy().doClick();
    assertThat(copied).containsExactly(code(Language.NUMPY).text());
    assertThat(status()).isEqualTo("Copied");
    later.remove(0).run();
    assertThat(status()).isEqualTo("Up to date");
    clipboardFree = false;
    copy().doClick();
    assertThat(status()).contains("clipboard");
  }

  @Test
  void longProgramsAreWrittenInAJobOnceNothingChangesAnyMore() {
    rig.presenter.setWidth(1, 64);
    settle();
    assertThat(status()).startsWith("Writing");
    assertThat(copy().isEnabled()).isFalse();
    rig.presenter.setWidth(1, 65);
    settle();
    assertThat(later).as("one pause, for the last change").hasSize(1);
    later.remove(0).run();
    settle();
    assertThat(text()).isEqualTo(code(Language.NUMPY).shown());
    assertThat(copy().isEnabled()).isTrue();
  }

  @Test
  void withUnitsOffTheProgramGivesTheNumbersOnScreen() throws Exception {
    Python python = Python.withNumpy().orElse(null);
    Assumptions.assumeTrue(python != null, "no NumPy here");
    rig.presenter.toggle(new Ablations.Unit(1, 0));
    rig.presenter.toggle(new Ablations.Unit(0, 2));
    rig.presenter.toggle(new Ablations.Link(2, 1, 4));
    settle();
    copy().doClick();
    Python.Result result = python.run(copied.get(0));
    assertThat(result.exitCode()).as(result.err()).isZero();
    Network network = rig.trace().network();
    float[] intact = TracedRun.of(network, rig.trace().x(), 0, Ablations.NONE).output();
    assertThat(rig.trace().output()).isNotEqualTo(intact);
    List<Double> printed =
        Pattern.compile("-?\\d+\\.\\d*(e-?\\d+)?")
            .matcher(result.out())
            .results()
            .map(match -> Double.parseDouble(match.group()))
            .toList();
    for (float output : rig.trace().output()) {
      assertThat(printed).as(result.out()).anyMatch(number -> Math.abs(number - output) < 1e-4);
    }
  }

  @Test
  void anOutputThatIsOffIsSaidToBeOnInTheProgram() {
    JTextArea note = Parts.find(panel, JTextArea.class, "network.code.note");
    assertThat(note.isVisible()).isFalse();
    rig.presenter.toggle(new Ablations.Unit(3, 0));
    settle();
    assertThat(note.isVisible()).isTrue();
    assertThat(note.getText()).contains("switched off");
  }
}
