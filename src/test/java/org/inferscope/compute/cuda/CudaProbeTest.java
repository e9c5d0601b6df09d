package org.inferscope.compute.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.inferscope.compute.cuda.CudaReport.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CudaProbeTest {
  private static FakeDriver twoCards() {
    return new FakeDriver(12_040)
        .with("NVIDIA GeForce RTX 3060", 8, 6, 12_622_168_064L)
        .with("Tesla P100-PCIE-16GB", 6, 0, 17_066_885_120L);
  }

  private static CudaReport report(FakeDriver driver) {
    return CudaProbe.report(() -> Optional.of(driver));
  }

  @Test
  void everyCardIsReportedWithNameCapabilityAndMemory() {
    CudaReport report = report(twoCards());
    assertThat(report.state()).isEqualTo(State.FOUND);
    assertThat(report.problem()).isEmpty();
    assertThat(report.driver()).isEqualTo("12.4");
    assertThat(report.cards())
        .containsExactly(
            new CudaCard(0, "NVIDIA GeForce RTX 3060", new Capability(8, 6), 12_622_168_064L),
            new CudaCard(1, "Tesla P100-PCIE-16GB", new Capability(6, 0), 17_066_885_120L));
  }

  @Test
  void withoutADriverTheReportSaysSo() {
    CudaReport report = CudaProbe.report(Optional::empty);
    assertThat(report.state()).isEqualTo(State.NO_DRIVER);
    assertThat(report.problem()).isEqualTo("No driver of NVIDIA's is installed.");
    assertThat(report.cards()).isEmpty();
  }

  @Test
  void aDriverWithoutCardsSaysSoInEitherOfItsWays() {
    CudaReport none = report(new FakeDriver(12_020));
    CudaReport error = report(new FakeDriver(12_020).failing("cuInit", 100));
    assertThat(List.of(none, error))
        .allSatisfy(
            report -> {
              assertThat(report.state()).isEqualTo(State.NO_DEVICE);
              assertThat(report.problem()).contains("finds no card");
              assertThat(report.driver()).isEqualTo("12.2");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "803, CUDA_ERROR_SYSTEM_DRIVER_MISMATCH, restart the computer",
    "802, CUDA_ERROR_SYSTEM_NOT_READY, try again in a minute",
    "34, CUDA_ERROR_STUB_LIBRARY, stand-in",
    "800, CUDA_ERROR_NOT_PERMITTED, may not use the card",
    "999, CUDA_ERROR_UNKNOWN, Restarting the computer",
    "304, CUDA_ERROR_OPERATING_SYSTEM, at cuInit",
    "4711, error 4711, at cuInit"
  })
  void anErrorIsNamedAndItsCureTold(int code, String name, String cure) {
    CudaReport report = report(twoCards().failing("cuInit", code));
    assertThat(report.state()).isEqualTo(State.FAILED);
    assertThat(report.problem()).contains(name).contains(cure);
    assertThat(report.cards()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cuDeviceGetCount",
        "cuDeviceGet",
        "cuDeviceGetName",
        "cuDeviceGetAttribute",
        "cuDeviceTotalMem"
      })
  void anErrorOfAnyCallNamesTheCall(String call) {
    CudaReport report = report(twoCards().failing(call, 201));
    assertThat(report.state()).isEqualTo(State.FAILED);
    assertThat(report.problem())
        .isEqualTo("NVIDIA's driver gave CUDA_ERROR_INVALID_CONTEXT at " + call + ".");
  }

  @Test
  void anUnknownVersionOfTheDriverIsNoObstacle() {
    CudaReport report = report(twoCards().failing("cuDriverGetVersion", 1));
    assertThat(report.state()).isEqualTo(State.FOUND);
    assertThat(report.driver()).isEmpty();
  }

  @Test
  void aLibraryThatCannotBeCalledIsAReportToo() {
    CudaReport report =
        CudaProbe.report(
            () -> {
              throw new UnsatisfiedLinkError("no room in /tmp");
            });
    assertThat(report.state()).isEqualTo(State.FAILED);
    assertThat(report.problem()).contains("can't be called").contains("no room in /tmp");
  }

  @Test
  void aReportIsReadAsItWasWrittenAndIsOneLine() {
    List<CudaReport> reports =
        List.of(
            report(twoCards()),
            CudaReport.noDriver(),
            CudaReport.failed("It says \"no\"\nand <ends>."));
    assertThat(reports)
        .allSatisfy(
            report -> {
              assertThat(report.toLine()).doesNotContain("\n", "\r");
              assertThat(CudaReport.ofLine(report.toLine())).contains(report);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "null",
        "{}",
        "{\"state\":\"FOUND\",\"problem\":\"\",\"driverVersion\":0,\"cards\":[]}",
        "{\"state\":\"LOST\",\"problem\":\"\",\"driverVersion\":0,\"cards\":[]}",
        "{\"state\":\"NO_DRIVER\",\"problem\":\"\",\"driverVersion\":0}",
        "{\"state\":\"FOUND\",\"problem\":\"\",\"driverVersion\":0,\"cards\":[{\"index\":0}]}",
        "{\"state\":\"FOUND\",\"problem\":\"\",\"driverVersion\":0,\"cards\":[{\"index\":0,"
            + "\"name\":\"X\",\"major\":-1,\"minor\":0,\"memory\":1}]}"
      })
  void anythingElseIsNoReport(String line) {
    assertThat(CudaReport.ofLine(line)).isEmpty();
  }
}
