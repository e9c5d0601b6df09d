package org.inferscope.compute.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.inferscope.compute.cuda.CudaGate.Kind;
import org.inferscope.compute.cuda.CudaGate.Verdict;
import org.inferscope.compute.cuda.CudaReport.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CudaGateTest {
  private static final CudaGate LINUX = CudaGate.of("Linux", "amd64");
  private static final CudaGate WINDOWS = CudaGate.of("Windows 11", "amd64");

  private static Verdict verdict(CudaGate gate, int driver, String capability) {
    String[] numbers = capability.split("\\.", -1);
    CudaCard card =
        new CudaCard(
            0,
            "A card",
            new Capability(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])),
            8_000_000_000L);
    return gate.verdict(new CudaReport(State.FOUND, "", driver, List.of(card)), card);
  }

  @ParameterizedTest
  @CsvSource({
    "2.0, REFUSED, REFUSED",
    "3.0, REFUSED, REFUSED",
    "3.5, REFUSED, REFUSED",
    "3.7, REFUSED, REFUSED",
    "5.0, RUNS, RUNS",
    "5.2, RUNS, RUNS",
    "5.3, SHOULD_RUN, REFUSED",
    "6.0, RUNS, REFUSED",
    "6.1, RUNS, RUNS",
    "6.2, SHOULD_RUN, REFUSED",
    "7.0, RUNS, REFUSED",
    "7.2, SHOULD_RUN, REFUSED",
    "7.5, RUNS, RUNS",
    "8.0, RUNS, REFUSED",
    "8.6, RUNS, RUNS",
    "8.7, SHOULD_RUN, REFUSED",
    "8.9, SHOULD_RUN, SHOULD_RUN",
    "9.0, REFUSED, REFUSED",
    "10.0, REFUSED, REFUSED",
    "10.3, REFUSED, REFUSED",
    "12.0, REFUSED, REFUSED",
    "12.1, REFUSED, REFUSED"
  })
  void eachCapabilityIsJudgedByTheCodeThatTheBuildOfTheSystemHas(
      String capability, Kind onLinux, Kind onWindows) {
    Verdict linux = verdict(LINUX, 12_040, capability);
    Verdict windows = verdict(WINDOWS, 12_040, capability);
    assertThat(linux.kind()).isEqualTo(onLinux);
    assertThat(windows.kind()).isEqualTo(onWindows);
    assertThat(List.of(linux, windows))
        .allSatisfy(
            verdict -> {
              assertThat(verdict.isUsable()).isEqualTo(verdict.kind() != Kind.REFUSED);
              assertThat(verdict.reason().isEmpty()).isEqualTo(verdict.kind() == Kind.RUNS);
              if (verdict.kind() != Kind.RUNS) {
                assertThat(verdict.reason()).contains("ompute capability " + capability);
              }
            });
  }

  @Test
  void aCardThatIsTooNewIsNamedWithTheReasonAndOpenClIsOffered() {
    assertThat(verdict(LINUX, 12_040, "9.0").reason())
        .isEqualTo(
            "ND4J CUDA 11.6 has no code for compute capability 9.0, and no PTX that could be"
                + " translated for it; OpenCL is offered instead.");
  }

  @Test
  void aCardThatOnlyTheOtherSystemHasCodeForIsToldTheSystem() {
    assertThat(verdict(WINDOWS, 12_040, "8.0").reason()).contains("8.0 on Windows");
  }

  @ParameterizedTest
  @CsvSource({"10020, REFUSED", "10990, REFUSED", "11000, RUNS", "13000, RUNS", "0, RUNS"})
  void aDriverOlderThanCuda11IsRefusedAndAnUnknownOneTried(int driver, Kind kind) {
    assertThat(verdict(LINUX, driver, "8.6").kind()).isEqualTo(kind);
  }

  @Test
  void anOldDriverIsNamedWithItsVersion() {
    assertThat(verdict(WINDOWS, 10_020, "7.5").reason()).contains("CUDA 10.2 at most");
  }

  @ParameterizedTest
  @CsvSource({
    "Mac OS X, x86_64",
    "Mac OS X, aarch64",
    "Linux, aarch64",
    "Windows 11, aarch64",
    "FreeBSD, amd64"
  })
  void whereThereIsNoBuildNoCardRuns(String os, String architecture) {
    Verdict verdict = verdict(CudaGate.of(os, architecture), 12_040, "8.6");
    assertThat(verdict.kind()).isEqualTo(Kind.REFUSED);
    assertThat(verdict.reason()).contains("x86-64 only");
  }

  @Test
  void everyNameOfTheArchitectureIsKnown() {
    assertThat(verdict(CudaGate.of("Linux", "x86_64"), 12_040, "8.6").kind()).isEqualTo(Kind.RUNS);
  }
}
