package org.inferscope.io.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.model.network.Trace;
import org.inferscope.model.network.TracedRun;
import org.inferscope.model.network.preset.Preset;
import org.junit.jupiter.api.Test;

/** The shipped weights, held to what the model card says of them. */
class DigitsModelTest {
  private static final Path RESOURCES = Path.of("src/test/resources/digits");
  private static final Path CARD = Path.of("assets/models/digits/MODEL_CARD.md");

  private final DigitsModel model = DigitsModel.load();

  private static List<Digit> heldOut() throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(RESOURCES.resolve("held-out.txt"))) {
      return Digit.read(lines);
    }
  }

  /** Digits as a mouse draws them, in hard strokes of one pixel. */
  private static List<Digit> strokes() throws IOException {
    List<String> lines =
        Files.readAllLines(RESOURCES.resolve("strokes.txt")).stream()
            .filter(line -> !line.startsWith("# ") && !line.isEmpty())
            .toList();
    List<Digit> digits = new ArrayList<>();
    for (int first = 0; first < lines.size(); first += Digit.SIDE + 1) {
      String picture = String.join("", lines.subList(first + 1, first + 1 + Digit.SIDE));
      int label = Integer.parseInt(lines.get(first));
      digits.add(new Digit(label, picture.replace('.', '0').replace('#', 'g')));
    }
    return digits;
  }

  private double accuracy(List<Digit> digits) {
    Trace trace = TracedRun.of(model.network(), Digit.batch(digits), 0, Ablations.NONE);
    long right =
        IntStream.range(0, digits.size())
            .filter(row -> largest(trace.column(3).row(row)) == digits.get(row).label())
            .count();
    return (double) right / digits.size();
  }

  private static int largest(float[] shares) {
    return IntStream.range(0, shares.length)
        .reduce((a, b) -> shares[b] > shares[a] ? b : a)
        .orElseThrow();
  }

  @Test
  void theNetworkIsThatOfTheCard() throws IOException {
    assertThat(model.network().layers())
        .extracting(NetworkLayer::activation)
        .containsExactly(Activation.RELU, Activation.RELU, Activation.SOFTMAX);
    assertThat(model.network().parameters()).isEqualTo(4546);
    assertThat(Files.readString(CARD)).contains("4,546", "CC BY 4.0", "97.5 %");
  }

  @Test
  void heldOutDigitsAreToldApartAsTheCardSays() throws IOException {
    List<Digit> digits = heldOut();
    assertThat(digits).hasSize(200);
    assertThat(accuracy(digits)).isCloseTo(0.975, within(0.01));
  }

  @Test
  void theExamplesAreRecognisedEachOfThem() {
    assertThat(model.examples())
        .hasSize(20)
        .extracting(Digit::label)
        .containsOnly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(accuracy(model.examples())).isEqualTo(1);
  }

  @Test
  void strokesOfOnePixelAreRecognised() throws IOException {
    List<Digit> digits = strokes();
    assertThat(digits).hasSize(20);
    assertThat(accuracy(digits)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void noExampleIsAmongTheTestDigits() throws IOException {
    assertThat(heldOut()).doesNotContainAnyElementsOf(model.examples());
  }

  @Test
  void thePresetTakesTheExamplesAsInputs() {
    Preset preset = model.preset();
    InputBatch x = preset.input();
    assertThat(x.size()).isEqualTo(20);
    assertThat(preset.plan().widths()).containsExactly(64, 48, 24, 10);
    assertThat(x.matrix().toArray()).contains(1f).contains(0f).contains(0.5f);
    assertThat(x.get(0, 2)).isEqualTo(2 / 16f);
  }

  @Test
  void inkOfAnotherLengthOrLetterIsRefused() {
    assertThatThrownBy(() -> new Digit(3, "0".repeat(63)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Digit(3, "0".repeat(63) + "h"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Digit(10, "0".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
