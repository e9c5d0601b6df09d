package org.inferscope.model.gpt2.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.inferscope.model.gpt2.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6, 12, 48})
  void hasTwoStepsBeforeTwelveInEachBlockAndThreeAfter(int layers) {
    Walk walk = new Walk(layers);
    assertThat(walk.size()).isEqualTo(2 + 12 * layers + 3);
    assertThat(walk.marks()).hasSize(layers + 2).startsWith(2, 14).endsWith(walk.size());
    assertThat(IntStream.range(0, walk.size()).map(i -> walk.numberOf(walk.at(i))).toArray())
        .containsExactly(IntStream.range(0, walk.size()).toArray());
  }

  @Test
  void goesThroughABlockInTheOrderOfThePass() {
    Walk walk = new Walk(2);
    assertThat(IntStream.range(0, walk.size()).mapToObj(walk::at).map(WalkStep::operation))
        .startsWith(
            Operation.TOKENS,
            Operation.POSITIONS,
            Operation.NORM_1,
            Operation.QKV,
            Operation.SCORES,
            Operation.SOFTMAX,
            Operation.MIX,
            Operation.OUTPUT,
            Operation.ADD_ATTENTION,
            Operation.NORM_2,
            Operation.UP,
            Operation.GELU,
            Operation.DOWN,
            Operation.ADD_MLP,
            Operation.NORM_1)
        .endsWith(Operation.FINAL_NORM, Operation.LOGITS, Operation.PROBABILITIES);
    assertThat(walk.at(14)).isEqualTo(new WalkStep(Operation.NORM_1, 1));
  }

  @Test
  void refusesStepsThatThereAreNot() {
    assertThatThrownBy(() -> new Walk(2).at(29)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new WalkStep(Operation.LOGITS, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Walk(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
