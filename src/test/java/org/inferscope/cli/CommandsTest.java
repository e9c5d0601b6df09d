package org.inferscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.inferscope.cli.gpu.GpuDesk;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.cuda.Capability;
import org.inferscope.compute.cuda.CudaCard;
import org.inferscope.compute.cuda.CudaGate;
import org.inferscope.compute.cuda.CudaReport;
import org.inferscope.io.UserFolders;
import org.inferscope.io.pack.GpuPack;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final List<String> opened = new ArrayList<>();
  @TempDir private Path home;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  private int run(String... args) {
    return run(() -> new FixedCompute(FixedCompute.OPENBLAS, FixedCompute.REFERENCE), args);
  }

  private int run(Supplier<ComputeService> compute, String... args) {
    return run(compute, Optional.empty(), args);
  }

  private int run(Supplier<ComputeService> compute, Optional<LinearPeer> torch, String... args) {
    UserFolders folders = UserFolders.of("Linux", Map.of(), home);
    WindowOpener window =
        (lesson, use) -> {
          opened.add(lesson + " " + use);
          return ExitCode.GOES_ON;
        };
    return Commands.run(new Surroundings(folders, compute, torch, gpu(folders), window), args);
  }

  /** A driver that finds a card, and no pack. */
  private static GpuDesk gpu(UserFolders folders) {
    CudaCard card = new CudaCard(0, "NVIDIA H100 PCIe", new Capability(9, 0), 85_000_000_000L);
    CudaReport report = new CudaReport(CudaReport.State.FOUND, "", 12_040, List.of(card));
    CudaGate gate = CudaGate.of("Linux", "amd64");
    return new GpuDesk(() -> report, gate, GpuPack.of(folders), false, () -> "");
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void versionIsPrinted() {
    assertThat(run("--version")).isZero();
    assertThat(out()).matches("Inferscope \\d+\\.\\d+.*\\s+");
  }

  @Test
  void helpNamesEveryCommandAndOptionInWords() {
    assertThat(run("--help")).isZero();
    assertThat(out())
        .contains("Usage: inferscope", "[COMMAND]", "Shows how neural-network inference works")
        .containsPattern("--timings +Print how long")
        .containsPattern("FILE\\]? +A lesson file")
        .containsPattern("--help +Print this help\\.")
        .containsPattern("--version +Print the version\\.")
        .doesNotContain("--rehearse")
        .containsPattern("Commands:\\s+doctor +Prints what Inferscope finds");
    assertThat(run("doctor", "--help")).isZero();
    assertThat(out()).containsPattern("--json +Print one JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-command", "--no-such-option", "doctor --no-such-option"})
  void wrongUseSaysWhatIsWrongAndShowsTheUsageLine(String line) {
    assertThat(run(line.split(" "))).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err().lines().toList())
        .hasSizeBetween(2, 4)
        .first()
        .asString()
        .contains(line.replace("doctor ", ""));
    assertThat(err())
        .contains("Usage: inferscope" + (line.startsWith("doctor") ? " doctor" : ""))
        .doesNotContain("\tat ", "Exception");
    assertThat(out()).isEmpty();
    assertThat(opened).isEmpty();
  }

  @Test
  void timingsAndALessonAreHandedToTheWindow() throws IOException {
    Path lesson = Files.createFile(home.resolve("a.inferscope"));
    assertThat(run("--timings")).isEqualTo(ExitCode.GOES_ON);
    assertThat(run(lesson.toString())).isEqualTo(ExitCode.GOES_ON);
    assertThat(run("--rehearse", lesson.toString())).isEqualTo(ExitCode.GOES_ON);
    assertThat(opened).containsExactly("null TIMED", lesson + " ORDINARY", lesson + " REHEARSAL");
  }

  @Test
  void aLessonThatIsNotThereFailsInOneSentence() {
    Path lesson = home.resolve("missing.inferscope");
    assertThat(run(lesson.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(err()).isEqualToIgnoringNewLines(lesson + " does not exist.");
    assertThat(opened).isEmpty();
  }

  @Test
  void aFailureMeantForAPersonIsItsSentenceAlone() {
    Supplier<ComputeService> failing =
        () -> {
          throw new InferscopeException("The disk is full.", new IOException("ENOSPC"));
        };
    assertThat(run(failing, "doctor")).isEqualTo(ExitCode.FAILED);
    assertThat(err()).isEqualToIgnoringNewLines("The disk is full.");
  }

  @Test
  void anUnexpectedFailureIsOneSentenceThatNamesTheLog() {
    Supplier<ComputeService> broken =
        () -> {
          throw new IllegalStateException("a bug");
        };
    assertThat(run(broken, "doctor")).isEqualTo(ExitCode.FAILED);
    assertOneSentence("IllegalStateException");
  }

  @Test
  void anErrorOfTheJvmIsOneSentenceToo() {
    Supplier<ComputeService> broken =
        () -> {
          throw new OutOfMemoryError("a test");
        };
    assertThat(run(broken, "doctor")).isEqualTo(ExitCode.FAILED);
    assertOneSentence("OutOfMemoryError");
  }

  private void assertOneSentence(String kind) {
    String logs = home.resolve(".local/state/inferscope/logs").toString();
    assertThat(err().lines().filter(line -> line.contains("Something went wrong")))
        .singleElement()
        .asString()
        .contains(kind, logs);
  }

  @Test
  void doctorTellsEveryDeviceWithItsReasonAndEveryFolder() {
    assertThat(run("doctor")).isZero();
    assertThat(out())
        .containsPattern("Inferscope +\\d")
        .containsPattern("Java +\\d")
        .containsPattern("System +\\w.*, processors: \\d")
        .containsPattern("Memory .*B")
        .containsPattern("Display +\\w")
        .contains("OpenBLAS on Test processor: unavailable. Its library is missing.")
        .contains("Reference on Test processor: in use")
        .containsPattern("Kernels +(plain Java|vectors of \\d+ numbers)")
        .contains("Log files     " + home.resolve(".local/state/inferscope/logs"))
        .doesNotContain("!cli.");
  }

  @Test
  void doctorTellsWhichCardsThereAreAndWhyTheyAreNotUsed() {
    assertThat(run("doctor")).isZero();
    assertThat(out())
        .containsPattern("NVIDIA driver +for CUDA up to 12.4")
        .containsPattern("NVIDIA card +NVIDIA H100 PCIe, compute capability 9.0, 85 GB. ND4J")
        .containsPattern("GPU pack +");
  }

  @Test
  void doctorTellsWhetherThereIsPyTorch() {
    run("doctor");
    assertThat(out()).contains("PyTorch       not part of this Inferscope; README.md says how");
    out.reset();

    Supplier<ComputeService> compute = () -> new FixedCompute(FixedCompute.REFERENCE);
    run(compute, Optional.of(torch("PyTorch 9.8.7")), "doctor");
    assertThat(out()).contains("PyTorch       PyTorch 9.8.7, to compare results with");
    out.reset();

    run(compute, Optional.of(torch("PyTorch 9.8.7")), "doctor", "--json");
    JsonObject json = JsonParser.parseString(out()).getAsJsonObject();
    assertThat(json.get("torch").getAsString()).isEqualTo("PyTorch 9.8.7");
  }

  private static LinearPeer torch(String name) {
    return new LinearPeer() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Matrix linear(Matrix x, Matrix w, float[] b) {
        throw new AssertionError("nothing is to be computed");
      }

      @Override
      public List<Matrix> network(Matrix x, List<Dense> layers) {
        throw new AssertionError("nothing is to be computed");
      }
    };
  }

  @Test
  void doctorTellsTheSameToAProgram() {
    assertThat(run("doctor", "--json")).isZero();
    JsonObject json = JsonParser.parseString(out()).getAsJsonObject();
    assertThat(json.keySet())
        .containsExactly(
            "version",
            "java",
            "os",
            "memory",
            "displays",
            "displayProblem",
            "devices",
            "vectors",
            "torch",
            "gpu",
            "folders");
    assertThat(json.get("torch").getAsString()).isEmpty();
    JsonObject device = json.getAsJsonArray("devices").get(0).getAsJsonObject();
    assertThat(device.get("id").getAsString()).isEqualTo("openblas");
    assertThat(device.get("state").getAsString()).isEqualTo("unavailable");
    assertThat(device.get("reason").getAsString()).isEqualTo("Its library is missing.");
    assertThat(device.get("active").getAsBoolean()).isFalse();
  }

  @Test
  void withoutADisplayOneSentenceNamesTheCommandThatNeedsNone() {
    assertThat(Displays.orSayWhatWorksWithout(false)).isFalse();
    assertThat(err().strip()).contains("snapshot --tab all").doesNotContain("\n");
  }
}
