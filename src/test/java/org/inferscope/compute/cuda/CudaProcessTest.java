package org.inferscope.compute.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inferscope.compute.cuda.CudaReport.State;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.junit.jupiter.api.Test;

class CudaProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What the process does, by its first argument. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws InterruptedException {
      switch (args[0]) {
        case "answers" -> {
          System.out.println("A library greets.");
          System.out.println(CudaReport.noDriver().toLine());
        }
        case "hangs" -> new java.util.concurrent.CountDownLatch(1).await();
        case "crashes" -> Runtime.getRuntime().halt(134);
        case "probes" -> System.out.println(CudaProbe.report().toLine());
        default -> System.out.println("{\"state\":");
      }
    }
  }

  private static CudaReport ask(String what, Duration limit) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath()));
    command.addAll(List.of(Child.class.getName(), what));
    return CudaProcess.ask(command, limit);
  }

  private static String classPath() {
    return Stream.of(
            Child.class,
            CudaProcess.class,
            Texts.class,
            Numbers.class,
            com.google.gson.Gson.class,
            com.sun.jna.Native.class,
            org.slf4j.Logger.class,
            org.jspecify.annotations.Nullable.class)
        .map(CudaProcessTest::place)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theLastLineThatIsAReportIsTheAnswer() {
    assertThat(ask("answers", PATIENCE)).isEqualTo(CudaReport.noDriver());
  }

  @Test
  void aProcessThatHangsIsEndedAtTheLimit() {
    CudaReport report = ask("hangs", Duration.ofMillis(300));
    assertThat(report.state()).isEqualTo(State.FAILED);
    assertThat(report.problem()).isEqualTo("NVIDIA's driver has not answered within 1 s.");
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
        .noneMatch(child -> child.info().commandLine().orElse("").contains("hangs"));
  }

  @Test
  void aProcessThatTheDriverEndsIsToldWithItsStatus() {
    CudaReport report = ask("crashes", PATIENCE);
    assertThat(report.state()).isEqualTo(State.FAILED);
    assertThat(report.problem()).contains("ended the process").contains("134");
  }

  @Test
  void nonsenseIsNoReport() {
    assertThat(ask("babbles", PATIENCE).problem()).contains("ended the process");
  }

  @Test
  void aProgramThatCannotBeStartedIsAReportToo() {
    CudaReport report = CudaProcess.ask(List.of("/nowhere/java"), PATIENCE);
    assertThat(report.state()).isEqualTo(State.FAILED);
    assertThat(report.problem()).contains("no process could be started");
  }

  /** The real driver of this machine, should it have one: it answers one way or the other. */
  @Test
  void theProbeItselfRunsInAProcess() {
    CudaReport report = ask("probes", PATIENCE);
    assertThat(report.problem()).doesNotContain("ended the process", "can't be called");
    assertThat(report.state() == State.FOUND).isEqualTo(report.problem().isEmpty());
  }
}
