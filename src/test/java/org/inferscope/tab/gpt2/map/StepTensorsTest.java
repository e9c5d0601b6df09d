package org.inferscope.tab.gpt2.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepTensorsTest {
  @TempDir Path folder;

  private static List<String> shapes(StepTensor tensor) {
    return tensor.pieces().stream().map(piece -> piece.values().shapeText()).toList();
  }

  @Test
  void eachStepShowsWhatItComputed() {
    try (Gpt2Rig rig = new Gpt2Rig(folder)) {
      Shown shown = rig.shown();
      List<Distribution> after = new ArrayList<>();
      for (int token = 0; token < 4; token++) {
        after.add(shown.trace().logits(token));
      }
      StepTensors tensors = new StepTensors(shown, after, 3, 0);
      String stream = Matrix.zeros(4, 192).shapeText();
      String neurons = Matrix.zeros(4, 768).shapeText();
      String map = Matrix.zeros(4, 4).shapeText();
      assertThat(shapes(tensors.of(WalkStep.of(Operation.TOKENS)))).containsExactly(stream);
      StepTensor positions = tensors.of(WalkStep.of(Operation.POSITIONS));
      assertThat(shapes(positions)).containsExactly(stream, stream, stream);
      assertThat(positions.signs()).containsExactly("+", "=");
      StepTensor qkv = tensors.of(new WalkStep(Operation.QKV, 1));
      assertThat(qkv.pieces().stream().map(Piece::title))
          .containsExactly("Q, queries", "K, keys", "V, values");
      assertThat(shapes(tensors.of(new WalkStep(Operation.SCORES, 1))))
          .containsOnly(map)
          .hasSize(6);
      assertThat(shapes(tensors.of(new WalkStep(Operation.UP, 5)))).containsExactly(neurons);
      assertThat(shapes(tensors.of(new WalkStep(Operation.GELU, 5)))).containsExactly(neurons);
      assertThat(shapes(tensors.of(new WalkStep(Operation.ADD_MLP, 5)))).hasSize(3);
      Piece logits = tensors.of(WalkStep.of(Operation.LOGITS)).pieces().get(0);
      assertThat(logits.values().rows()).isEqualTo(4);
      assertThat(logits.values().get(3, 0))
          .isEqualTo(after.get(3).logit(after.get(3).best()));
    }
  }

  @Test
  void aNumberIsTheOneThatItsReferenceNames() {
    try (Gpt2Rig rig = new Gpt2Rig(folder)) {
      Shown shown = rig.shown();
      StepTensors tensors = new StepTensors(shown, List.of(), 3, 0);
      Piece keys = tensors.of(new WalkStep(Operation.QKV, 2)).pieces().get(1);
      HookPoint k = new HookPoint(Site.K, 2);
      assertThat(keys.ref(1, 100)).isEqualTo(new Gpt2Ref.At(k, 1, 100));
      assertThat(keys.values().get(1, 100)).isEqualTo(shown.trace().values(k).get(1, 100));
      Piece head = tensors.of(new WalkStep(Operation.SOFTMAX, 2)).pieces().get(4);
      HookPoint pattern = new HookPoint(Site.PATTERN, 2);
      assertThat(head.ref(3, 1)).isEqualTo(new Gpt2Ref.Pair(pattern, 4, 3, 1));
      assertThat(head.values().get(3, 1)).isEqualTo(shown.trace().pair(pattern, 4, 3, 1));
      assertThat(head.has(1, 3)).as("above the diagonal").isFalse();
    }
  }

  @Test
  void aLongPromptShowsOneHeadOnly() {
    try (Gpt2Rig rig = new Gpt2Rig(folder)) {
      Shown shown = rig.type("a b ".repeat(70) + "c");
      assertThat(shown.trace().tokens()).isGreaterThan(StepTensors.LONGEST_GRID);
      StepTensor tensor =
          new StepTensors(shown, List.of(), 3, 5).of(new WalkStep(Operation.SOFTMAX, 0));
      assertThat(tensor.pieces()).hasSize(1);
      assertThat(tensor.pieces().get(0).head()).contains(5);
    }
  }

  @Test
  void aFewOutliersDoNotPaleTheRest() {
    Matrix values =
        Matrix.generate(10, 100, (i, j) -> i == 3 && j == 7 ? 5_000 : Math.sin(i * 100 + j));
    assertThat(StepTensors.limit(values)).isEqualTo(1);
    assertThat(StepTensors.limit(Matrix.zeros(2, 2))).isEqualTo(1);
  }
}
