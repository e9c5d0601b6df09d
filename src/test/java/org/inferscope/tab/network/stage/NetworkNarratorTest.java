package org.inferscope.tab.network.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Trace;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Token;
import org.junit.jupiter.api.Test;

class NetworkNarratorTest {
  private final Rig rig = new Rig();

  private static String text(List<Token> line) {
    StringBuilder text = new StringBuilder();
    line.forEach(token -> text.append(token.text()));
    return text.toString();
  }

  private String line(int room) {
    return text(new LineWriter(rig.presenter).write(room));
  }

  private Trace trace() {
    return rig.presenter.shown().orElseThrow().trace();
  }

  private void hover(Ablations.Target target) {
    rig.presenter.hover(Optional.of(target));
  }

  @Test
  void theWholeNetworkIsSummedUp() {
    assertThat(NetworkNarrator.say(rig.presenter))
        .isEqualTo(
            "A network of 3 layers: 8 numbers go in, 4 come out, by 316 weights and biases.");
  }

  @Test
  void aUnitThatReluSilencesSaysSo() {
    float[] z = trace().preActivations(0);
    int dead = 0;
    while (z[dead] >= 0) {
      dead++;
    }
    hover(new Ablations.Unit(1, dead));

    assertThat(NetworkNarrator.say(rig.presenter))
        .startsWith("Here unit " + (dead + 1) + " of layer 1 adds up 8 products")
        .contains(Numbers.cell(z[dead]))
        .endsWith("that is negative, so ReLU gives 0.");
    assertThat(line(400)).startsWith("z").endsWith("= " + Numbers.cell(z[dead]) + ", ReLU → 0");
  }

  @Test
  void aLongSumKeepsItsLargestTermsAndFits() {
    hover(new Ablations.Unit(2, 4));
    String line = line(70);

    assertThat(line).contains(" + … + 0 = ").hasSizeLessThanOrEqualTo(70);
  }

  @Test
  void aWeightIsAProduct() {
    hover(new Ablations.Link(1, 3, 0));

    assertThat(line(100)).startsWith("W₄₁·h₁ = ");
    assertThat(NetworkNarrator.say(rig.presenter))
        .startsWith("The weight from unit 1 of layer 1 to unit 4 of layer 2 is ");
    rig.presenter.toggle(new Ablations.Link(1, 3, 0));
    rig.compute.runAll();
    assertThat(NetworkNarrator.say(rig.presenter)).endsWith("is switched off: it counts as 0.");
  }

  @Test
  void everyStepOfALayerIsTold() {
    rig.presenter.playback().scrub(0.5);
    assertThat(NetworkNarrator.say(rig.presenter)).contains("multiplies the 8 numbers before it");
    rig.presenter.playback().scrub(1.5);
    assertThat(NetworkNarrator.say(rig.presenter)).contains("adds its bias");
    rig.presenter.playback().scrub(2.5);
    assertThat(NetworkNarrator.say(rig.presenter)).contains("ReLU turns every negative z into 0");
    assertThat(line(100)).endsWith(", ReLU → 0");
  }

  @Test
  void whatIsSwitchedOffSaysSo() {
    rig.presenter.toggle(new Ablations.Unit(1, 0));
    rig.compute.runAll();
    hover(new Ablations.Unit(1, 0));

    assertThat(NetworkNarrator.say(rig.presenter)).contains("is switched off");
    assertThat(line(300)).endsWith(", off → 0");
  }

  @Test
  void outputsOfAPictureAreDigits() {
    Rig pad = new Rig(64, 12, 10);
    pad.presenter.setPad(true);
    float[] out = pad.presenter.shown().orElseThrow().trace().output();
    int largest = 0;
    for (int i = 1; i < out.length; i++) {
      largest = out[i] > out[largest] ? i : largest;
    }

    assertThat(NetworkNarrator.say(pad.presenter))
        .isEqualTo("Of the ten outputs the largest is that of the digit " + largest + ".");
  }
}
