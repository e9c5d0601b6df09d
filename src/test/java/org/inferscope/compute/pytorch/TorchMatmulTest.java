package org.inferscope.compute.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.MatmulImpl.Product;
import org.inferscope.support.Products;
import org.inferscope.support.RealTorch;
import org.inferscope.support.TorchTest;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchMatmulTest {
  @TorchTest
  @ParameterizedTest(name = "M {0}, K {1}, N {2}")
  @CsvSource({"1, 1, 1", "1, 64, 48", "2, 3, 4", "13, 7, 5", "64, 1, 64", "256, 64, 64"})
  void computesTheProductRowAfterRow(int m, int k, int n) {
    try (Product product = RealTorch.matmul().prepare(m, k, n)) {
      product.run(m, () -> {});

      Products.assertIsTheProduct(product.result(), m, k, n);
    }
  }

  @TorchTest
  @Test
  void computesSomeRowsAndAllAgain() {
    try (Product product = RealTorch.matmul().prepare(50, 40, 30)) {
      product.run(7, () -> {});
      assertThat(product.result()).hasSize(7 * 30);
      assertThat(product.nanos(50, 3, System::nanoTime, () -> {})).isPositive();

      Products.assertIsTheProduct(product.result(), 50, 40, 30);
    }
  }

  @TorchTest
  @Test
  void takesAllCoresOnlyWhileItIsOpen() {
    RealTorch.peer().linear(Matrix.identity(4), Matrix.identity(4), new float[4]);
    assertThat(JniUtils.getNumThreads()).isEqualTo(1);

    try (Product product = RealTorch.matmul().prepare(4, 4, 4)) {
      product.run(4, () -> {});
      assertThat(JniUtils.getNumThreads()).isEqualTo(TorchEngine.cores());
    }

    assertThat(JniUtils.getNumThreads()).isEqualTo(1);
  }

  @TorchTest
  @Test
  void moreThanThereIsMemoryForIsAnOutOfMemoryError() {
    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> RealTorch.matmul().prepare(2_000_000, 1, 2_000_000));
    assertThat(JniUtils.getNumThreads()).isEqualTo(1);
  }

  @TorchTest
  @Test
  void doesNotBeginWhenTheJobIsGivenUp() {
    try (Product product = RealTorch.matmul().prepare(1, 1, 1)) {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(
              () ->
                  product.run(
                      1,
                      () -> {
                        throw new CancellationException();
                      }));
    }
  }

  @Test
  void whereItIsMissingItSaysHowToGetIt() {
    MatmulImpl missing = new TorchMatmul(Optional.empty(), Path.of("unused"));

    assertThat(missing.name()).isEqualTo("PyTorch");
    assertThat(missing.obstacle()).get().asString().contains("mvn -Ppytorch package");
    assertThatExceptionOfType(InferscopeException.class)
        .isThrownBy(() -> missing.prepare(1, 1, 1))
        .withMessage(missing.obstacle().orElseThrow());
  }

  @TorchTest
  @Test
  void isNamedWithItsVersion() {
    MatmulImpl torch = RealTorch.matmul();

    assertThat(torch.id()).isEqualTo("pytorch");
    assertThat(torch.name()).isEqualTo("PyTorch 2.7.1");
    assertThat(torch.obstacle()).isEmpty();
    assertThat(torch.device().kind()).isEqualTo(DeviceKind.CPU);
  }
}
