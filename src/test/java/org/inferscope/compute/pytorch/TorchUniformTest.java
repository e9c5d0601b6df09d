package org.inferscope.compute.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.inferscope.support.RealTorch;
import org.inferscope.support.TorchTest;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

/**
 * Holds golden/torch-uniform.csv against the real PyTorch: the numbers that nn.Linear's weights and
 * biases start from. The test leaves what it saw in target/torch-uniform.csv, to be copied should
 * another PyTorch draw other numbers.
 */
@TorchTest
class TorchUniformTest {
  private static final String HEAD =
      "# PyTorch 2.7.1, torch.empty(n).uniform_(from, to) after torch.manual_seed(seed), on a CPU"
          + " with fused multiply-add; seed;from;to;values";

  @Test
  void theGoldenNumbersAreThoseOfPyTorch() throws IOException {
    RealTorch.peer().linear(Matrix.identity(1), Matrix.identity(1), new float[1]);
    String seen =
        String.join(
            "\n",
            HEAD,
            line(42, 0.5f, 15),
            line(7, 0.5f, 15),
            line(0, bound(64), 20),
            line(2026, bound(3), 20),
            // Further than the generator's state, which is made anew every 624 numbers.
            line(123, bound(7), 640),
            "");
    Files.writeString(Path.of("target", "torch-uniform.csv"), seen);

    assertThat(seen).isEqualTo(golden());
  }

  /** 1/√inputs, what nn.Linear draws its numbers within. */
  private static float bound(int inputs) {
    return (float) (1 / Math.sqrt(inputs));
  }

  private static String line(int seed, float bound, int n) {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      manager.getEngine().setRandomSeed(seed);
      NDArray drawn = manager.randomUniform(-bound, bound, new Shape(n), DataType.FLOAT32);
      float[] values = drawn.toFloatArray();
      return seed
          + ";"
          + -bound
          + ";"
          + bound
          + ";"
          + IntStream.range(0, n)
              .mapToObj(i -> Float.toHexString(values[i]))
              .collect(Collectors.joining(" "));
    }
  }

  private static String golden() throws IOException {
    try (InputStream in = TorchUniformTest.class.getResourceAsStream("/golden/torch-uniform.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
