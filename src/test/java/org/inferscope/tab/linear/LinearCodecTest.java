package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.inferscope.io.lesson.Lesson;
import org.inferscope.io.lesson.LessonException;
import org.inferscope.model.linear.InitRequest;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.tensor.DType;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.playback.Speed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearCodecTest {
  private final LinearCodec codec = new LinearCodec();
  private final LinearState first = LinearState.first();

  @Test
  void theOpeningStateComesBackAsItWas() {
    assertThat(throughAFile(first)).isEqualTo(first);
  }

  @Test
  void everySettingComesBack() {
    InitRequest request = new InitRequest(Initialisation.ROTATION, 2, 2, 4_294_967_295L, 12.5);
    LinearState changed =
        new LinearState(
            Reshaping.batch(first, 5).entries(),
            new Source(Optional.of(request), Optional.of(17L), 99, false),
            new Display(4, DType.INT8, Display.Stage.GEOMETRY, Display.StepGrain.TERM),
            new Place(3, Speed.EIGHTFOLD));

    assertThat(throughAFile(changed)).isEqualTo(changed);
  }

  @Test
  void numbersThatCameFromNowhereHaveNoSeed() {
    LinearState own = first.with(new Source(Optional.empty(), Optional.empty(), 0, true));

    assertThat(throughAFile(own)).isEqualTo(own);
    assertThat(throughAFile(own).source().init()).isEmpty();
  }

  @Test
  void whatWasTypedComesBackLetterByLetter() {
    LayerEntries entries = first.entries();
    LinearState typed =
        first.with(
            new LayerEntries(
                entries.w().withText(new Cell(0, 0), "1/3").withText(new Cell(2, 3), "oops"),
                entries.b().withText(new Cell(1, 0), "nan"),
                entries.x().withText(new Cell(0, 2), "-inf").withText(new Cell(0, 3), "1e-45")));

    LinearState read = throughAFile(typed);

    assertThat(read).isEqualTo(typed);
    assertThat(read.entries().w().at(0, 0).text()).isEqualTo("1/3");
    assertThat(read.entries().w().at(2, 3).text()).isEqualTo("oops");
    assertThat(read.entries().w().at(2, 3).value()).isEqualTo(1.2f);
    assertThat(read.entries().w().at(2, 3).isBad()).isTrue();
    assertThat(read.entries().b().at(1, 0).value()).isNaN();
  }

  @Test
  void theLargestLayerWithTheLargestBatchComesBackToTheLastDigit() {
    Rig rig = Rig.random(64, 64, 256, 5);
    LinearState large = rig.presenter.state();

    LinearState read = throughAFile(large);

    assertThat(read).isEqualTo(large);
    assertThat(read.entries().x().matrix()).isEqualTo(rig.presenter.x());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"row\": 0 | \"row\": 1 | a whole number from 0 to 0",
        "\"row\": 0 | \"row\": -1 | a whole number from 0 to 0",
        "\"precision\": \"fp32\" | \"precision\": \"fp64\" | one of",
        "\"precision\": \"fp32\" | \"precision\": \"int4\" | FP32, BF16, FP16 or INT8",
        "\"stage\": \"numbers\" | \"stage\": \"film\" | one of",
        "\"grain\": \"row\" | \"grain\": \"grain\" | one of",
        "\"speed\": \"normal\" | \"speed\": \"warp\" | one of",
        "\"seed\": 42, | \"seed\": -1, | a whole number",
        "\"seed\": 42, | \"seed\": 4294967296, | a whole number",
        "\"seedFixed\": true | \"seedFixed\": \"yes\" | true or false",
        "\"position\": 1048576 | \"position\": 1048577 | a whole number",
        "\"degrees\": 30 | \"degrees\": \"many\" | a number",
        "\"inputs\": 4 | \"inputs\": 65 | a whole number from 1 to 64",
        "\"name\": \"notebook\" | \"name\": \"random\" | one of",
        "\"precision\" | \"precisely\" | \"precision\" is missing",
      })
  void aDamagedFileIsRefusedWithTheLine(String right, String wrong, String reason) {
    String text = file(first);
    assertThat(text).contains(right);
    int line = (int) text.substring(0, text.indexOf(right)).lines().count();

    LessonException error = readError(text.replaceFirst(quoted(right), wrong));

    assertThat(error).hasMessageContaining(reason);
    assertThat(error.file()).isEqualTo("demo");
    if (!reason.contains("missing")) {
      assertThat(error.line()).isEqualTo(line);
    }
  }

  @Test
  void rowsOfDifferentLengthAreRefused() {
    LessonException error = readError(file(first).replace("0.5, 0.6, 0.7, 0.8", "0.5, 0.6, 0.7"));

    assertThat(error).hasMessageContaining("\"w\"").hasMessageContaining("4 entries");
  }

  @Test
  void aBiasThatDoesNotFitIsRefused() {
    LessonException error = readError(file(first).replaceFirst("(?s)\\[0.02\\],\\s*", ""));

    assertThat(error).hasMessageContaining("\"b\"").hasMessageContaining("3 biases");
    assertThat(error.line()).isPositive();
  }

  @Test
  void inputsThatDoNotFitAreRefused() {
    LessonException error = readError(file(first).replace("[1, 2, 3, 4]", "[1, 2, 3]"));

    assertThat(error).hasMessageContaining("\"x\"").hasMessageContaining("rows of 4 numbers");
  }

  @Test
  void moreInputsThanThereCanBeAreRefused() {
    String row = "0" + ", 0".repeat(64);
    LessonException error = readError(file(first).replace("[1, 2, 3, 4]", "[" + row + "]"));

    assertThat(error).hasMessageContaining("\"x\"").hasMessageContaining("64");
  }

  @Test
  void anEmptyMatrixIsRefused() {
    assertThat(readError(file(first).replace("[1, 2, 3, 4]", ""))).hasMessageContaining("\"x\"");
  }

  private LinearState throughAFile(LinearState state) {
    return Lesson.parse("demo", file(state).getBytes(StandardCharsets.UTF_8))
        .read(codec)
        .orElseThrow();
  }

  private String file(LinearState state) {
    Lesson lesson = Lesson.empty().with("1", "linear", Map.of("linear", codec.write(state)));
    return new String(lesson.toBytes(), StandardCharsets.UTF_8);
  }

  private LessonException readError(String text) {
    return catchThrowableOfType(
        LessonException.class,
        () -> Lesson.parse("demo", text.getBytes(StandardCharsets.UTF_8)).read(codec));
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }
}
