package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LinearRef.Bias;
import org.inferscope.model.linear.LinearRef.Input;
import org.inferscope.model.linear.LinearRef.Weight;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class LeafExplainerTest {
  private static Explanation explain(LinearSnapshot snapshot, ValueRef ref) {
    return new LinearExplainer(snapshot).explain(ref);
  }

  private static LinearSnapshot filled(InitRequest request, Matrix x) {
    return Snapshots.filled(request.make(), x, Optional.of(request), Optional.empty());
  }

  @Test
  void numbersAreWhatWasTyped() {
    LinearLayer layer =
        new LinearLayer(Matrix.of(new float[][] {{1 / 3f}}), Matrix.of(new float[][] {{0.1f}}));
    LinearSnapshot snapshot =
        Snapshots.typed(
            layer,
            Inputs.notebook(1),
            List.of(List.of("1/3")),
            List.of(List.of("0.1")),
            List.of(List.of(" 1.0 ")),
            Optional.empty());
    Explanation weight = explain(snapshot, new Weight(0, 0));
    assertThat(weight.title()).isEqualTo("W₁₁");
    assertThat(weight.meaning())
        .isEqualTo("Row 1, column 1 of W: how much of input 1 goes into output 1. Typed as “1/3”.");
    assertThat(weight.shown()).isEqualTo(1 / 3f);
    assertThat(weight.exact()).isEqualTo(1 / 3.0);
    assertThat(weight.isLeaf()).isTrue();
    Explanation bias = explain(snapshot, new Bias(0));
    assertThat(bias.title()).isEqualTo("b₁");
    assertThat(bias.meaning())
        .isEqualTo("Added to output 1, whatever the inputs are. Typed as “0.1”.");
    assertThat(bias.exact()).isEqualTo(0.1);
    Explanation input = explain(snapshot, new Input(0, 0));
    assertThat(input.title()).isEqualTo("x₁");
    assertThat(input.meaning()).isEqualTo("Input 1. Typed as “1.0”.");
  }

  @Test
  void withoutATextTheNumberIsItsDigits() {
    LinearSnapshot snapshot = LinearSnapshot.of(Layers.notebook(), Inputs.notebook(4));
    Explanation weight = explain(snapshot, new Weight(0, 1));
    assertThat(weight.meaning()).endsWith("Typed as “0.2”.");
    assertThat(weight.exact()).isEqualTo(0.2f);
  }

  @Test
  void randomNumbersNameTheirSeedUntilTheyAreChanged() {
    InitRequest request = InitRequest.of(Initialisation.XAVIER_NORMAL, 2, 2);
    LinearLayer made = request.make();
    LinearLayer changed = new LinearLayer(made.w().with(0, 0, 5), made.b().with(1, 0, 6));
    LinearSnapshot snapshot =
        Snapshots.typed(
            changed,
            Inputs.notebook(2),
            List.of(List.of("5", Float.toString(made.w().get(0, 1)))),
            List.of(List.of("0"), List.of("6")),
            List.of(),
            Optional.of(request));
    assertThat(explain(snapshot, new Weight(0, 0)).meaning()).endsWith("Typed as “5”.");
    Explanation random = explain(snapshot, new Weight(0, 1));
    assertThat(random.meaning()).endsWith("From Xavier normal, seed 42.");
    assertThat(random.error()).isZero();
    assertThat(explain(snapshot, new Bias(0)).meaning()).endsWith("From Xavier normal, seed 42.");
    assertThat(explain(snapshot, new Bias(1)).meaning()).endsWith("Typed as “6”.");
  }

  @Test
  void everyInitialisationIsNamed() {
    Matrix x = Inputs.notebook(2);
    assertThat(explain(filled(InitRequest.of(Initialisation.PYTORCH, 2, 2), x), new Bias(0)))
        .extracting(Explanation::meaning)
        .asString()
        .endsWith("From PyTorch default, seed 42.");
    assertThat(explain(filled(InitRequest.of(Initialisation.ROTATION, 2, 2), x), new Weight(0, 0)))
        .extracting(Explanation::meaning)
        .asString()
        .endsWith("From Rotation, 30°.");
    assertThat(explain(filled(InitRequest.of(Initialisation.ZEROS, 2, 2), x), new Weight(1, 1)))
        .extracting(Explanation::meaning)
        .asString()
        .endsWith("From Zeros.");
  }

  @Test
  void theNotebooksWeightsAreMeantAsWritten() {
    InitRequest request = InitRequest.of(Initialisation.NOTEBOOK, 4, 3);
    LinearSnapshot snapshot =
        Snapshots.typed(
            request.make(),
            Inputs.notebook(4),
            List.of(List.of("0.1", "0.2", "0.3", "0.4")),
            List.of(),
            List.of(),
            Optional.of(request));
    Explanation weight = explain(snapshot, new Weight(0, 0));
    assertThat(weight.meaning()).endsWith("From the notebook, Part 4.");
    assertThat(weight.shown()).isEqualTo(0.1f);
    assertThat(weight.exact()).isEqualTo(0.1);
    assertThat(explain(snapshot, new Bias(2)).meaning()).endsWith("From the notebook, Part 4.");
  }

  @Test
  void anOriginOfAnotherSizeExplainsNothingBeyondIt() {
    InitRequest small = InitRequest.of(Initialisation.ZEROS, 1, 1);
    LinearLayer zeros = InitRequest.of(Initialisation.ZEROS, 2, 2).make();
    LinearSnapshot snapshot =
        Snapshots.filled(zeros, Inputs.notebook(2), Optional.of(small), Optional.empty());
    assertThat(explain(snapshot, new Weight(0, 0)).meaning()).endsWith("From Zeros.");
    assertThat(explain(snapshot, new Weight(1, 1)).meaning()).endsWith("Typed as “0”.");
  }

  @Test
  void randomInputsNameTheirSeedUntilTheyAreChanged() {
    Matrix x = Inputs.random(7, 2, 4).with(1, 0, 9);
    LinearSnapshot snapshot =
        Snapshots.filled(Layers.notebook(), x, Optional.empty(), Optional.of(7L));
    Explanation random = explain(snapshot, new Input(1, 3));
    assertThat(random.title()).isEqualTo("X₂₄");
    assertThat(random.meaning())
        .isEqualTo(
            "Input 4 of row 2 of the batch. From random inputs, np.random.randn with seed 7.");
    assertThat(explain(snapshot, new Input(1, 0)).meaning()).endsWith("Typed as “9”.");
  }

  @Test
  void lowerPrecisionSaysWhatItHolds() {
    LinearSnapshot snapshot =
        Snapshots.inPrecision(Layers.notebook(), Inputs.notebook(4), DType.BF16);
    Explanation weight = explain(snapshot, new Weight(0, 0));
    assertThat(weight.shown()).isEqualTo(0.1f);
    assertThat(weight.meaning()).endsWith("BF16 holds it as 0.100097656.");
    assertThat(explain(snapshot, new Input(0, 2)).meaning()).endsWith("BF16 holds it as 3.");
  }

  @Test
  void aSnapshotRefusesInputsThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearSnapshot.of(Layers.notebook(), Matrix.zeros(0, 4)))
        .withMessage("'x' must be 1 row or more of 4, but was 0×4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearSnapshot.of(Layers.notebook(), Matrix.zeros(1, 3)));
  }
}
