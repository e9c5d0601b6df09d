package org.inferscope.io.gpt2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.inferscope.model.gpt2.attention.AttentionRows;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.model.gpt2.attention.HeadFigures;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttentionCsvTest {
  @TempDir Path folder;

  @Test
  void weightsAreASquareWithTokensAtItsSides() {
    AttentionRows rows = query -> query == 0 ? new float[] {1} : new float[] {0.25f, 0.75f};
    assertThat(AttentionCsv.matrix(rows, List.of("a", "·\"b\"")))
        .isEqualTo("query,0 a,\"1 ·\"\"b\"\"\"\r\n0 a,1.0,0\r\n\"1 ·\"\"b\"\"\",0.25,0.75\r\n");
  }

  @Test
  void everyHeadHasALineWithAllDigitsAndItsTags() {
    try (Gpt2Rig rig = new Gpt2Rig(folder)) {
      HeadFigures figures =
          HeadFigures.of(rig.type("zor lem kip dax mog zor lem kip dax").trace(), () -> {});
      List<String> lines = AttentionCsv.figures(figures).lines().toList();
      assertThat(lines).hasSize(37);
      assertThat(lines.get(0))
          .isEqualTo(
              "layer,head,average_distance_tokens,entropy_bits,evenness,previous_token,"
                  + "induction,first_token,duplicate_token,tags");
      double induction = figures.of(5, 2).value(HeadFigure.INDUCTION).orElseThrow();
      assertThat(lines.get(33))
          .startsWith("5,2,")
          .contains("," + induction + ",")
          .contains("induction");
      HeadFigures none = HeadFigures.of(rig.type("one two").trace(), () -> {});
      assertThat(AttentionCsv.figures(none).lines().toList().get(1)).contains(",,");
    }
  }
}
