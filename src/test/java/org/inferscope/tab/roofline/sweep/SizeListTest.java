package org.inferscope.tab.roofline.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.inferscope.compute.bench.MatmulSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeListTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "64, 128, 1x768x3072",
        "64 128 1x768x3072",
        "64;128;;1 x 768 x 3072,",
        " 64,\t64, 128, 1×768×3072 "
      })
  void sizesAreReadHoweverTheyAreSeparated(String text) {
    SizeList read = SizeList.parse(text);
    assertThat(read.problems()).isEmpty();
    assertThat(read.sizes())
        .containsExactly(
            new MatmulSize(64, 64, 64),
            new MatmulSize(128, 128, 128),
            new MatmulSize(1, 768, 3072));
    assertThat(SizeList.text(read.sizes())).isEqualTo("64, 128, 1x768x3072");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "64, abc|\"abc\" is not a size.",
        "64, 0|\"0\" has a size of 0.",
        "64, 8x0x8|\"8x0x8\" has a size of 0.",
        "64, -5|\"-5\" is not a size.",
        "64, 2x3|\"2x3\" is not a size.",
        "64, 1e3|\"1e3\" is not a size.",
        "64, 8193|\"8193\" is too large: no side may be above 8192.",
        "64, 99999999999|is too large"
      })
  void eachBadEntryIsNamedInWordsAndTheOthersAreRead(String text, String says) {
    SizeList read = SizeList.parse(text);
    assertThat(read.problems()).hasSize(1);
    assertThat(read.problems().get(0)).contains(says);
    assertThat(read.sizes()).containsExactly(new MatmulSize(64, 64, 64));
  }

  @Test
  void everyBadEntryHasItsSentence() {
    assertThat(SizeList.parse("a, 0, 9000, 64").problems()).hasSize(3);
  }

  @Test
  void nothingAtAllIsNoList() {
    assertThat(SizeList.parse(" , ").problems())
        .containsExactly(SizeList.parse("").problems().get(0));
    assertThat(SizeList.parse("").isGood()).isFalse();
  }

  @Test
  void tooManyAreRefused() {
    String many =
        IntStream.rangeClosed(1, 33).mapToObj(Integer::toString).collect(Collectors.joining(","));
    assertThat(SizeList.parse(many).problems()).hasSize(1);
  }

  @Test
  void aProductStandsWhereASquareOneOfAsManyOperationsWould() {
    assertThat(SizeList.side(new MatmulSize(512, 512, 512))).isEqualTo(512);
    assertThat(SizeList.side(new MatmulSize(1, 8, 64))).isEqualTo(8);
    assertThat(List.of(new MatmulSize(1, 8, 64), new MatmulSize(7, 7, 7)))
        .extracting(SizeList::label)
        .containsExactly("1×8×64", "7");
  }
}
