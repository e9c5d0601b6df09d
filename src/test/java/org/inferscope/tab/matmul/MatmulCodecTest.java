package org.inferscope.tab.matmul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.inferscope.io.hardware.DeviceFile;
import org.inferscope.io.lesson.LessonException;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.Grain;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.playback.Speed;
import org.junit.jupiter.api.Test;

class MatmulCodecTest {
  private final MatmulCodec codec = new MatmulCodec();
  private final MatmulState first =
      MatmulState.first(CalculatorInputs.opening(DeviceFile.packaged()));

  @Test
  void theOpeningStateComesBackAsItWas() {
    assertThat(codec.read(codec.write(first))).isEqualTo(first);
  }

  @Test
  void everySettingComesBack() {
    MatmulState changed =
        Resizing.rowsOfB(first.withLinked(false), 5)
            .with(new Method(Algorithm.TILED, 4, Grain.PRODUCT))
            .with(Arrangement.ALIGNED)
            .withPredict(true)
            .with(new Place(11, Speed.QUARTER));

    assertThat(codec.read(codec.write(changed))).isEqualTo(changed);
  }

  @Test
  void whatWasTypedComesBackLetterByLetter() {
    MatmulState typed =
        first.withEntries(
            first.a().withText(new Cell(0, 0), "1/3").withText(new Cell(1, 2), "oops"), first.b());

    MatmulState read = codec.read(codec.write(typed));

    assertThat(read.a().at(0, 0).text()).isEqualTo("1/3");
    assertThat(read.a().at(1, 2).text()).isEqualTo("oops");
    assertThat(read.a().at(1, 2).value()).isEqualTo(6);
    assertThat(read.a().at(1, 2).isBad()).isTrue();
    assertThat(read).isEqualTo(typed);
  }

  @Test
  void aTextEditedByHandCountsMoreThanTheNumberBesideIt() {
    assertThat(codec.read(with("a", cell("1/2", 3))).a().at(0, 0).value()).isEqualTo(0.5f);
  }

  @Test
  void aCommaThatMayHaveMeantADecimalLeavesTheNumberThatWasSaved() {
    assertThat(codec.read(with("a", cell("1,234", 1.234))).a().at(0, 0).value()).isEqualTo(1.234f);
  }

  private static LessonNode cell(String text, double value) {
    LessonNode entry = new LessonFields().put("text", text).put("value", value).node();
    return LessonNode.list(List.of(LessonNode.list(List.of(entry))));
  }

  @Test
  void rowsOfDifferentLengthAreRefused() {
    LessonNode ragged =
        LessonNode.list(
            List.of(
                LessonNode.list(List.of(LessonNode.of(1L), LessonNode.of(2L))),
                LessonNode.list(List.of(LessonNode.of(3L)))));
    LessonNode section = with("a", ragged);

    assertThatThrownBy(() -> codec.read(section))
        .isInstanceOf(LessonException.class)
        .hasMessageContaining("a row of 2 entries");
  }

  @Test
  void aSizeBeyondTheLimitIsRefused() {
    assertThatThrownBy(() -> codec.read(with("tile", LessonNode.of(7L))))
        .isInstanceOf(LessonException.class);
  }

  @Test
  void matricesWithoutAPresetHaveNone() {
    MatmulState own =
        new MatmulState(
            first.a(),
            first.b(),
            true,
            Optional.empty(),
            first.method(),
            first.arrangement(),
            false,
            first.calculator(),
            Place.START);

    assertThat(codec.read(codec.write(own)).origin()).isEmpty();
  }

  private LessonNode with(String name, LessonNode value) {
    LessonFields fields = new LessonFields();
    codec.write(first).fields().forEach(fields::put);
    return fields.put(name, value).node();
  }
}
