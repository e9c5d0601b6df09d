package org.inferscope.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.MatmulImpl.Product;
import org.inferscope.io.AppVersion;
import org.inferscope.support.ChildJvm;
import org.inferscope.support.Products;
import org.inferscope.support.TestClassPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the real ND4J, which the build has copied into target/nd4j. */
class Nd4jMatmulTest {
  private static final String OWN = TestClassPath.get();
  private static final String VERSION = AppVersion.current();
  private static final Path TARGET = Path.of("target");

  /** What its libraries are unpacked into; kept between runs, since that takes seconds. */
  private static final Path CACHE = TARGET.resolve("nd4j-cache");

  @TempDir private Path folder;

  @ParameterizedTest(name = "M {0}, K {1}, N {2}")
  @CsvSource({"1, 64, 48", "13, 7, 5"})
  void computesTheProductRowAfterRow(int m, int k, int n) {
    try (Product product = nd4j().prepare(m, k, n)) {
      product.run(m, () -> {});

      Products.assertIsTheProduct(product.result(), m, k, n);
    }
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void computesSomeRowsAndOneRowAndAllAgain() {
    try (Product product = nd4j().prepare(50, 40, 30)) {
      product.run(7, () -> {});
      product.run(1, () -> {});
      assertThat(product.nanos(50, 3, System::nanoTime, () -> {})).isPositive();

      Products.assertIsTheProduct(product.result(), 50, 40, 30);
    }
  }

  @Test
  void theTimeIsThatOfTheRunsAlone() {
    try (Product product = nd4j().prepare(64, 64, 64)) {
      product.nanos(64, 100, System::nanoTime, () -> {});
      long start = System.nanoTime();
      long nanos = product.nanos(64, 100, System::nanoTime, () -> {});

      assertThat(nanos).isPositive().isLessThan(System.nanoTime() - start);
    }
  }

  @Test
  void aClassPathWithoutItIsASentence() {
    Nd4jPack nothing = new Nd4jPack(List.of(Path.of("nowhere.jar")), List.of(), folder);
    MatmulImpl without =
        new Nd4jMatmul(
            folder,
            Optional.of(new Nd4jWorkerLoader(nd4j().device(), nothing, OWN, folder, VERSION)));

    assertThatExceptionOfType(InferscopeException.class)
        .isThrownBy(() -> without.prepare(1, 1, 1))
        .withMessageMatching(".*ND4J cannot be used here: .*org.nd4j.*");
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void aProductThatIsTooLargeIsToldApartFromADeviceThatFails() {
    MatmulImpl nd4j = nd4j();

    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> nd4j.prepare(2_000_000, 1, 2_000_000));
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void endsWithTheProcessThatStartedIt() throws Exception {
    try (ChildJvm parent = ChildJvm.start(folder, Map.of(), Forgets.class.getName(), "waits")) {
      parent.awaitOutput("prepared");
      ProcessHandle server = ProcessHandle.of(server(parent)).orElseThrow();

      parent.kill();

      server.onExit().get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void doesNotKeepTheProcessThatStartedIt() throws Exception {
    try (ChildJvm parent = ChildJvm.start(folder, Map.of(), Forgets.class.getName())) {
      assertThat(parent.exitCode()).as(parent.err()).isZero();

      Optional<ProcessHandle> server = ProcessHandle.of(server(parent));
      if (server.isPresent()) {
        server.orElseThrow().onExit().get(60, TimeUnit.SECONDS);
      }
    }
  }

  private static long server(ChildJvm parent) throws IOException {
    return Long.parseLong(parent.out().lines().toList().get(0));
  }

  /** Prepares a product and never closes it. */
  static final class Forgets {
    public static void main(String[] args) throws IOException {
      nd4j().prepare(2, 2, 2);
      System.out.println(ProcessHandle.current().children().findFirst().orElseThrow().pid());
      System.out.println("prepared");
      if (args.length > 0) {
        System.in.readAllBytes();
      }
    }
  }

  @Test
  void whereItIsMissingItSaysHowToGetIt() {
    MatmulImpl missing = Nd4jMatmul.find(folder, folder, OWN, VERSION);

    assertThat(missing.obstacle())
        .hasValue(
            "ND4J is not here. Fetch it, 120 MB, in Inferscope's source folder with:"
                + " mvn dependency:copy@nd4j \"-Dnd4j.folder="
                + folder.resolve("nd4j")
                + "\"");
    assertThatExceptionOfType(InferscopeException.class)
        .isThrownBy(() -> missing.prepare(1, 1, 1))
        .withMessage(missing.obstacle().orElseThrow());
  }

  @Test
  void isNamedWithoutBeingStarted() {
    MatmulImpl nd4j = nd4j();

    assertThat(nd4j.obstacle()).isEmpty();
    assertThat(nd4j.id()).isEqualTo("nd4j");
    assertThat(nd4j.name()).isEqualTo("ND4J");
    assertThat(nd4j.device().kind()).isEqualTo(DeviceKind.CPU);
  }

  private static MatmulImpl nd4j() {
    assertThat(TARGET.resolve("nd4j"))
        .as("what mvn dependency:copy@nd4j copies")
        .isNotEmptyDirectory();
    return Nd4jMatmul.find(TARGET, CACHE, OWN, VERSION);
  }
}
