package org.inferscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TorchRandomTest {
  /** PyTorch 2.7.1: torch.manual_seed(42); torch.empty(1000).uniform_(-b, b), b = 1/√10. */
  private static final float BOUND = (float) (1 / Math.sqrt(10));

  private static final float[] FIRST = {
    0x1.ef243ap-3f,
    0x1.0cc558p-2f,
    -0x1.2f7224p-4f,
    0x1.29765p-2f,
    -0x1.1bcc4ep-4f,
    0x1.055f8ap-4f,
    -0x1.3b4ddap-3f,
    0x1.7c583p-3f
  };

  private static final float LAST = -0x1.309c3ep-2f;

  @Test
  void drawsWhatPyTorchDraws() {
    TorchRandom random = new TorchRandom(42);
    Matrix drawn = random.uniform(-BOUND, BOUND, 125, 8);
    assertThat(drawn.row(0)).containsExactly(FIRST);
    assertThat(drawn.get(124, 7)).isEqualTo(LAST);
  }

  @Test
  void goesOnWhereItStopped() {
    TorchRandom random = new TorchRandom(42);
    for (float expected : FIRST) {
      assertThat(random.uniform(-BOUND, BOUND)).isEqualTo(expected);
    }
  }

  @Test
  void anotherSeedGivesOtherNumbers() {
    assertThat(new TorchRandom(43).uniform(-1, 1)).isNotEqualTo(new TorchRandom(42).uniform(-1, 1));
    assertThat(new TorchRandom(NumpyRandom.MAX_SEED).uniform(-1, 1)).isBetween(-1f, 1f);
  }

  @Test
  void refusesSeedsBeyond32Bits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TorchRandom(1L << 32))
        .withMessage("'seed' must be from 0 to 4294967295, but was 4294967296");
    assertThatIllegalArgumentException().isThrownBy(() -> new TorchRandom(-1));
  }
}
