package org.inferscope.cli.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.cuda.Capability;
import org.inferscope.compute.cuda.CudaCard;
import org.inferscope.compute.cuda.CudaGate;
import org.inferscope.compute.cuda.CudaReport;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.DownloadProgress.Stage;
import org.inferscope.io.hub.StopSign;
import org.inferscope.io.pack.GpuPack;
import org.inferscope.io.pack.InstalledPack;
import org.inferscope.io.pack.PackStatus;
import org.inferscope.io.pack.PackStatus.State;
import org.inferscope.io.pack.Toolkit;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class GpuCommandTest {
  private static final Path FOLDER = Path.of("/data/gpu-pack");
  private static final Toolkit NO_TOOLKIT = new Toolkit(List.of(), List.of("libcublas.so.11"));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FakePack pack = new FakePack();
  private CudaReport report = cards(new Capability(8, 6));
  private CudaGate gate = CudaGate.of("Linux", "amd64");
  private boolean interactive = true;
  private String answer = "";

  private static CudaReport cards(Capability... capabilities) {
    List<CudaCard> cards = new ArrayList<>();
    for (Capability capability : capabilities) {
      cards.add(new CudaCard(cards.size(), "Card " + cards.size(), capability, 12_000_000_000L));
    }
    return new CudaReport(CudaReport.State.FOUND, "", 12_040, cards);
  }

  /** Fetches at once, unless it has a problem. */
  private static final class FakePack implements GpuPack {
    private PackStatus status = status(State.ABSENT, NO_TOOLKIT);
    private String problem = "";
    private int installs;

    private static PackStatus status(State state, Toolkit toolkit) {
      boolean here = state == State.HERE;
      long there = state == State.ABSENT ? 0 : 600_000_000;
      return new PackStatus(
          state, FOLDER, toolkit, here, there, here ? 0 : 2_400_000_000L, 4_100_000_000L);
    }

    @Override
    public PackStatus status() {
      return status;
    }

    @Override
    public Optional<InstalledPack> installed() {
      return Optional.empty();
    }

    @Override
    public void install(Consumer<DownloadProgress> listener, StopSign stop) {
      installs++;
      listener.accept(new DownloadProgress(Stage.LOADING, "a.jar", 600, 2400, 100, 0));
      if (!problem.isEmpty()) {
        throw new InferscopeException(problem);
      }
      listener.accept(new DownloadProgress(Stage.LOADING, "a.jar", 2400, 2400, 100, 0));
      status = status(State.HERE, NO_TOOLKIT);
    }

    @Override
    public long remove() {
      long bytes = status.bytesThere();
      status = status(State.ABSENT, NO_TOOLKIT);
      return bytes;
    }
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line =
        GpuCommand.line(new GpuDesk(() -> report, gate, pack, interactive, () -> answer));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          command.getErr().println(((InferscopeException) e).sentence());
          return 1;
        });
    return line.execute(args);
  }

  @Test
  void statusNamesEachCardWithTheGatesVerdict() {
    report = cards(new Capability(8, 6), new Capability(8, 9), new Capability(9, 0));
    assertThat(run("status")).isZero();
    assertThat(out.toString())
        .containsPattern("NVIDIA driver +for CUDA up to 12.4")
        .containsPattern("Card 0, compute capability 8.6, 12 GB: runs ND4J CUDA")
        .containsPattern("Card 1, compute capability 8.9, 12 GB. There is no code made for")
        .containsPattern("Card 2, compute capability 9.0, 12 GB. ND4J CUDA 11.6 has no code")
        .contains("OpenCL is offered")
        .containsPattern("CUDA 11 +not found \\(libcublas.so.11\\)")
        .containsPattern("GPU pack +not here; 2.4 GB to fetch: inferscope gpu install");
  }

  @Test
  void statusWithoutADriverSaysSo() {
    report = CudaReport.failed("NVIDIA's driver has not answered within 15 s.");
    pack.status = FakePack.status(State.HERE, new Toolkit(List.of(Path.of("/cuda")), List.of()));
    assertThat(run("status")).isZero();
    assertThat(out.toString())
        .containsPattern("NVIDIA card +NVIDIA's driver has not answered")
        .containsPattern("CUDA 11 +found in .*cuda")
        .containsPattern("GPU pack +in .*gpu-pack \\(600 MB\\)");
  }

  @Test
  void statusTellsTheSameToAProgram() {
    report = cards(new Capability(9, 0));
    assertThat(run("status", "--json")).isZero();
    JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
    JsonObject card = json.getAsJsonArray("cards").get(0).getAsJsonObject();
    assertThat(card.get("capability").getAsString()).isEqualTo("9.0");
    assertThat(card.get("verdict").getAsString()).isEqualTo("refused");
    assertThat(card.get("memory").getAsLong()).isEqualTo(12_000_000_000L);
    assertThat(json.getAsJsonObject("pack").get("state").getAsString()).isEqualTo("absent");
    assertThat(json.getAsJsonObject("cuda11").get("complete").getAsBoolean()).isFalse();
  }

  @Test
  void installAsksWithTheSizeAndFetchesAfterAYes() {
    answer = "y";
    assertThat(run("install")).isZero();
    assertThat(out.toString())
        .contains("2.4 GB are to be fetched into " + FOLDER)
        .contains("unpacks 4.1 GB more")
        .contains("no CUDA 11 was found")
        .contains("Fetch it now? [y/N]")
        .contains("100 %")
        .contains("The GPU pack is in " + FOLDER);
    assertThat(pack.installs).isEqualTo(1);
  }

  @Test
  void installFetchesNothingWithoutAYes() {
    for (String no : List.of("", "n", "no", "maybe")) {
      answer = no;
      assertThat(run("install")).isEqualTo(1);
      assertThat(out.toString()).contains("Nothing was fetched.");
    }
    assertThat(pack.installs).isZero();
  }

  @Test
  void whereNobodyCanBeAskedYesHasToBeGiven() {
    interactive = false;
    assertThat(run("install")).isEqualTo(1);
    assertThat(err.toString()).contains("give --yes");
    assertThat(run("install", "--yes")).isZero();
    assertThat(out.toString()).contains(" 25 %").doesNotContain("[y/N]");
  }

  @Test
  void aPackThatNoCardCouldUseIsFetchedOnlyWhenForced() {
    report = cards(new Capability(9, 0));
    assertThat(run("install", "--yes")).isEqualTo(1);
    assertThat(err.toString()).contains("Card 0").contains("capability 9.0").contains("--force");
    report = CudaReport.failed("NVIDIA's driver gave an error.");
    assertThat(run("install", "--yes")).isEqualTo(1);
    assertThat(err.toString()).contains("no card is here").contains("driver gave an error");
    assertThat(pack.installs).isZero();
    assertThat(run("install", "--yes", "--force")).isZero();
    assertThat(pack.installs).isEqualTo(1);
  }

  @Test
  void oneUsableCardIsEnough() {
    report = cards(new Capability(9, 0), new Capability(8, 9));
    assertThat(run("install", "--yes")).isZero();
  }

  @Test
  void installGoesOnWithAPart() {
    pack.status = FakePack.status(State.PART, NO_TOOLKIT);
    assertThat(run("install", "--yes")).isZero();
    assertThat(out.toString()).contains("Part of it is already here");
  }

  @Test
  void aPackThatIsHereIsNotFetchedAgain() {
    pack.status = FakePack.status(State.HERE, NO_TOOLKIT);
    assertThat(run("install", "--yes")).isZero();
    assertThat(out.toString()).contains("already in " + FOLDER);
    assertThat(pack.installs).isZero();
  }

  @Test
  void aDownloadThatFailsIsOneSentenceOnALineOfItsOwn() {
    pack.problem = "The server is gone.";
    assertThat(run("install", "--yes")).isEqualTo(1);
    assertThat(err.toString()).isEqualTo("The server is gone." + System.lineSeparator());
    assertThat(out.toString()).endsWith(System.lineSeparator());
  }

  @Test
  void anotherSystemHasNoPackToInstall() {
    gate = CudaGate.of("Mac OS X", "aarch64");
    pack.status =
        new PackStatus(
            State.UNSUPPORTED, FOLDER, new Toolkit(List.of(), List.of()), false, 0, 0, 0);
    assertThat(run("install", "--yes", "--force")).isEqualTo(1);
    assertThat(err.toString()).contains("no GPU pack for this system");
    assertThat(run("status")).isZero();
    assertThat(out.toString()).doesNotContain("CUDA 11  ").contains("no GPU pack for this system");
  }

  @Test
  void removeTellsHowMuchRoomItGaveBack() {
    pack.status = FakePack.status(State.HERE, NO_TOOLKIT);
    assertThat(run("remove")).isZero();
    assertThat(out.toString()).contains("600 MB are free again");
    assertThat(run("remove")).isZero();
    assertThat(out.toString()).contains("no GPU pack to remove");
  }

  @Test
  void withoutASubcommandTheirNamesAreTold() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("status, install, remove");
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).doesNotContain("probe");
  }

  @Test
  void theHiddenProbePrintsAReport() {
    assertThat(run("probe")).isZero();
    assertThat(out.toString().lines().map(CudaReport::ofLine)).anyMatch(Optional::isPresent);
  }
}
