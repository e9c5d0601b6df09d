package org.inferscope.compute.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker sees the card that was found, also where this program itself sees only some. */
class VisibleCardsTest {
  @Test
  void whereAllCardsAreSeenTheNumberCounts() {
    assertThat(VisibleCards.only(Optional.empty(), 0)).isEqualTo("0");
    assertThat(VisibleCards.only(Optional.empty(), 3)).isEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5                          | 0 | 5",
        "2,3                        | 0 | 2",
        "2,3                        | 1 | 3",
        "' 2 ,\t3 '                 | 1 | 3",
        "0,1,-1,2                   | 1 | 1",
        "GPU-8932f937,GPU-d2a0b1c4  | 1 | GPU-d2a0b1c4",
        "'GPU-8932f937, MIG-5c89'   | 1 | MIG-5c89",
        "MIG-GPU-8932f937/1/0       | 0 | MIG-GPU-8932f937/1/0"
      })
  void whereOnlySomeAreSeenTheirEntryCounts(String list, int index, String only) {
    assertThat(VisibleCards.only(Optional.of(list), index)).isEqualTo(only);
  }

  @ParameterizedTest
  @CsvSource({"'',0", "' ',0", "-1,0", "'2,3',2", "'2,,3',1"})
  void whereTheCardCannotBeNamedNoneIsSeen(String list, int index) {
    assertThat(VisibleCards.only(Optional.of(list), index)).isEqualTo("-1");
  }
}
