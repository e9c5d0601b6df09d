package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.tensor.DType;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.LineLayout;
import org.inferscope.ui.paint.Token;
import org.inferscope.ui.paint.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineWriterTest {
  private final Rig rig = new Rig();
  private final LinearPresenter presenter = rig.presenter;

  @Test
  void anOutputIsSpelledOut() {
    assertThat(line(new LinearRef.Output(0, 1)))
        .isEqualTo("y₂ = 0.5·1 + 0.6·2 + 0.7·3 + 0.8·4 + 0.02 = 7.02");
  }

  @Test
  void aBiasIsShownInTheSumItBelongsTo() {
    assertThat(line(new LinearRef.Bias(0))).endsWith("+ 0.01 = 3.01");
    assertThat(strong(Tone.RESULT)).containsExactly("0.01");
  }

  @Test
  void aWeightShowsItsOneProduct() {
    assertThat(line(new LinearRef.Weight(0, 1))).isEqualTo("W₁₂·x₂ = 0.2·2 = 0.4  of y₁ = 3.01");
  }

  @Test
  void anInputShowsWhatItAddsToEveryOutput() {
    assertThat(line(new LinearRef.Input(0, 1)))
        .isEqualTo("x₂ = 2 adds 0.4 to y₁, 1.2 to y₂, 2 to y₃");
  }

  @Test
  void anInputOfManyOutputsShowsTheFirst() {
    presenter.setOutputs(20);

    assertThat(line(new LinearRef.Input(0, 0))).endsWith("0 to y₆, …");
  }

  @Test
  void aLongSumLeavesItsMiddleOut() {
    presenter.setInputs(64);

    assertThat(line(new LinearRef.Output(0, 0)))
        .startsWith("y₁ = 0.1·1 + 0.2·2")
        .contains(" + … + 0.01 = 3.01");
  }

  @Test
  void theProductOfAWeightThatTheSumLeavesOutIsShownNevertheless() {
    presenter.setInputs(64);
    rig.type(Part.W, 0, 40, "-2");

    assertThat(line(new LinearRef.Weight(0, 40))).contains("(−2)·41 = −82");
  }

  @Test
  void negativeNumbersStandInBrackets() {
    rig.type(Part.W, 0, 0, "-1");
    rig.type(Part.X, 1, 0, "-3");

    assertThat(line(new LinearRef.Output(0, 0))).startsWith("y₁ = (−1)·1 + 0.2·(−3)");
  }

  @Test
  void theLineFollowsTheStepThrough() {
    presenter.playback().first();
    assertThat(text()).isEqualTo("y₁ = 0");

    presenter.setGrain(Display.StepGrain.TERM);
    presenter.playback().seek(2);
    assertThat(text()).isEqualTo("y₁ = 0.1·1 + 0.2·2 = 0.5");
    assertThat(strong(Tone.ROW)).containsExactly("0.2");
    assertThat(strong(Tone.COLUMN)).containsExactly("2");
  }

  @Test
  void aBatchNamesItsRow() {
    presenter.setBatch(12);
    assertThat(line(new LinearRef.Output(11, 2))).startsWith("Y₁₂,₃ = ");
    assertThat(line(new LinearRef.Input(0, 1))).startsWith("X₁₂ = 2 adds 0.4 to Y₁₁");
  }

  @Test
  void anotherFormatShowsTheNumbersItComputesWith() {
    presenter.setPrecision(DType.BF16);

    assertThat(line(new LinearRef.Output(0, 0))).startsWith("y₁ = 0.1001·1 + 0.2002·2");
  }

  @ParameterizedTest
  @CsvSource({
    "1240, 4",
    "1240, 16",
    "1240, 64",
    "850, 4",
    "850, 16",
    "850, 64",
    "560, 4",
    "560, 16",
    "560, 64"
  })
  void theLineStaysInItsBoxWhateverTheNumbers(int width, int size) {
    presenter.setInputs(size);
    presenter.setOutputs(size);
    for (int k = 0; k < size; k++) {
      rig.type(Part.W, 0, k, "-1.234e-5");
      rig.type(Part.W, k, 0, "-1.234e-5");
      rig.type(Part.X, k, 0, "-98765");
    }
    for (LinearRef ref :
        List.of(
            new LinearRef.Output(0, 0),
            new LinearRef.Input(0, 0),
            new LinearRef.Weight(0, 0),
            new LinearRef.Bias(0))) {
      presenter.hover(Optional.of(ref));
      Scene scene = new SceneBuilder(presenter).build(width, 480);
      Box stage = new Box(0, scene.layout().sentence().y(), width, scene.layout().sentence().h());
      assertThat(scene.line().placed())
          .as("%s of %s at %s", ref, size, width)
          .extracting(LineLayout.Placed::box)
          .allMatch(stage::covers);
    }
  }

  private String line(LinearRef ref) {
    presenter.hover(Optional.of(ref));
    return text();
  }

  private String text() {
    return tokens().stream().map(Token::text).collect(Collectors.joining());
  }

  private List<String> strong(Tone tone) {
    return tokens().stream()
        .filter(token -> token.tone() == tone && token.strong())
        .map(Token::text)
        .toList();
  }

  private List<Token> tokens() {
    return new LineWriter(presenter).write(160);
  }
}
