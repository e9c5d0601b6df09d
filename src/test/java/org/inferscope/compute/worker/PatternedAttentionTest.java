package org.inferscope.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.compute.Backend;
import org.inferscope.compute.CausalRows;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.tensor.NumpyRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An attention in parts gives what it gives at once. */
class PatternedAttentionTest {
  private static final int HEADS = 3;
  private static final int WIDTH = 12;
  private static final int ROWS = 7;
  private static final int PAST = 5;
  private static final int SIZE = CausalRows.size(ROWS, PAST);

  private final Backend backend = new ReferenceBackend();
  private int reads;

  @ParameterizedTest
  @ValueSource(ints = {4, 60, 100, 252, 504, 756, 1 << 20})
  void inPartsOfAnySize(int largestAnswer) {
    PatternedAttention.Part all = part();
    float[][] expected = new float[HEADS][SIZE];
    backend.attention(HEADS, all.q(), all.k(), all.v(), all.out(), expected);
    float[] expectedOut = backend.download(all.out().tensor());
    backend.write(new float[ROWS * WIDTH], all.out().tensor(), 0);
    float[][] pattern = new float[HEADS][SIZE];

    new PatternedAttention(largestAnswer, this::read).run(all, pattern);

    assertThat(pattern).isDeepEqualTo(expected);
    assertThat(backend.download(all.out().tensor())).containsExactly(expectedOut);
    assertThat(reads == 1).isEqualTo(largestAnswer >= 756);
  }

  private float[] read(PatternedAttention.Part part, int size) {
    reads++;
    float[][] heads = new float[part.heads()][part.size()];
    backend.attention(part.heads(), part.q(), part.k(), part.v(), part.out(), heads);
    float[] all = new float[size];
    for (int h = 0; h < heads.length; h++) {
      System.arraycopy(heads[h], 0, all, h * part.size(), part.size());
    }
    return all;
  }

  private PatternedAttention.Part part() {
    return new PatternedAttention.Part(
        HEADS, random(ROWS), random(PAST + ROWS), random(PAST + ROWS), random(ROWS));
  }

  private MatrixView random(int rows) {
    NumpyRandom random = new NumpyRandom(rows);
    float[] numbers = new float[rows * WIDTH];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.standardNormal();
    }
    DeviceTensor tensor = backend.upload(numbers);
    return MatrixView.of(tensor, rows, WIDTH);
  }
}
