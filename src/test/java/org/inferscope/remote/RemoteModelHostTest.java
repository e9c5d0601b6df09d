package org.inferscope.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Progress;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.worker.ServerAccess;
import org.inferscope.compute.worker.ServerLoader;
import org.inferscope.compute.worker.WorkerConnection;
import org.inferscope.compute.worker.server.Secret;
import org.inferscope.compute.worker.server.WorkerServer;
import org.inferscope.io.AppVersion;
import org.inferscope.io.gpt2.EmbeddedModel;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.generate.Generation;
import org.inferscope.model.gpt2.generate.Generation.Step;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.support.TestModels;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole models on a server give what they give in this process. */
class RemoteModelHostTest {
  private static final String SECRET = "for this test";
  private static final String TEXT = "The matrix multiplication is";

  @TempDir private Path folder;
  private LocalModels models;
  private WorkerServer server;
  private ModelHost remote;

  @BeforeEach
  void start() throws IOException {
    models = TestModels.in(folder);
    server =
        WorkerServer.of(new OnOpenBlas())
            .secret(new Secret(SECRET))
            .version(AppVersion.current())
            .service(new ModelsEndpoint(models::open))
            .start();
    remote = connect();
  }

  private ModelHost connect() {
    ServerLoader loader =
        new ServerLoader(
            new ServerAccess("127.0.0.1", server.port(), "", SECRET), AppVersion.current());
    WorkerConnection connection = loader.open();
    return new RemoteModelHost(loader.device(connection), connection);
  }

  @AfterEach
  void end() {
    remote.close();
    server.close();
  }

  private HostedModel load(ModelHost host) {
    return host.load(EmbeddedModel.ID, DType.FP32, Watch.NONE);
  }

  private ModelHost here() {
    return new LocalModelHost(new OpenBlasLoader().load(), models::open);
  }

  @Test
  void aTraceIsTheSameFileAsHere() throws IOException {
    Set<HookPoint> more = Set.of(HookPoint.parse("blocks.3.attn.hook_z").orElseThrow());
    Path there = folder.resolve("there.safetensors");
    Path own = folder.resolve("here.safetensors");
    List<Progress> progress = new ArrayList<>();
    Watch watch =
        new Watch() {
          @Override
          public void progressed(Progress come) {
            progress.add(come);
          }

          @Override
          public void checkpoint() {}
        };

    TraceSummary summary;
    try (HostedModel model = load(remote)) {
      summary = model.trace(GivenPrompt.of(TEXT), more, there, watch);
    }
    try (ModelHost local = here();
        HostedModel model = load(local)) {
      assertThat(model.trace(GivenPrompt.of(TEXT), more, own, Watch.NONE)).isEqualTo(summary);
    }

    assertThat(there).hasSameBinaryContentAs(own);
    assertThat(summary.tokens()).isEqualTo(4);
    assertThat(summary.next()).hasSize(5);
    assertThat(progress).isNotEmpty();
    assertThat(filesIn(folder)).doesNotContain("there.safetensors.part");
  }

  private static List<String> filesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }

  @Test
  void aTextIsTheSameAsHereTokenByToken() {
    for (DType format : List.of(DType.FP32, DType.INT8)) {
      GenerationWish wish =
          new GenerationWish(
              GivenPrompt.of(TEXT),
              12,
              new SamplingSettings(false, 0.8, 40, 0.95, 0, 1.1, 7),
              List.of("zzz"),
              true);
      Heard heardThere = new Heard();
      Heard heardHere = new Heard();
      Generation there;
      try (HostedModel model = remote.load(EmbeddedModel.ID, format, Watch.NONE)) {
        there = model.generate(wish, heardThere, () -> {});
      }
      try (ModelHost local = here();
          HostedModel model = local.load(EmbeddedModel.ID, format, Watch.NONE)) {
        Generation here = model.generate(wish, heardHere, () -> {});
        assertThat(there.text()).isEqualTo(here.text()).isNotEmpty();
        assertThat(there.end()).isEqualTo(here.end());
      }
      assertThat(heardThere.words).isEqualTo(heardHere.words).hasSize(13);
    }
  }

  @Test
  void aTextThatIsNoLongerWantedEndsAndTheServerGoesOn() {
    GenerationWish wish =
        new GenerationWish(
            GivenPrompt.of(TEXT), 100, SamplingSettings.likeliest(), List.of(), false);
    try (HostedModel model = load(remote)) {
      Heard heard = new Heard();
      assertThatThrownBy(
              () ->
                  model.generate(
                      wish,
                      heard,
                      () -> {
                        if (heard.words.size() > 3) {
                          throw new CancellationException();
                        }
                      }))
          .isInstanceOf(CancellationException.class);
      assertThat(heard.words).hasSizeLessThan(100);
      GenerationWish shorter =
          new GenerationWish(
              GivenPrompt.of(TEXT), 2, SamplingSettings.likeliest(), List.of(), true);
      assertThat(model.generate(shorter, new Heard(), () -> {}).steps()).hasSize(2);
    }
  }

  @Test
  void whatTheServerDoesNotKnowIsRefusedInASentence() {
    assertThatThrownBy(() -> remote.load("no-such-model", DType.FP32, Watch.NONE))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("no-such-model");
    Path out = folder.resolve("out.safetensors");
    HostedModel model = load(remote);
    assertThatThrownBy(
            () -> model.trace(GivenPrompt.of(List.of(99_999)), Set.of(), out, Watch.NONE))
        .isInstanceOf(InferscopeException.class);
    model.close();
    assertThatThrownBy(() -> model.trace(GivenPrompt.of(TEXT), Set.of(), out, Watch.NONE))
        .isInstanceOf(InferscopeException.class)
        .hasMessageEndingWith(".");
    assertThat(out).doesNotExist();
  }

  @Test
  void modelsBelongToTheirSessionAndGoWithIt() {
    HostedModel model = load(remote);
    assertThat(server.usage().heldBytes()).isPositive();
    try (ModelHost other = connect();
        HostedModel own = load(other)) {
      assertThat(server.usage().clients()).isEqualTo(2);
      assertThat(own.name()).isEqualTo(model.name());
      assertThat(own.config()).isEqualTo(model.config());
    }
    model.close();
    assertThat(server.usage().heldBytes()).isZero();
  }

  @Test
  void productsAreMeasuredOverThere() {
    List<MatmulResult> results = new ArrayList<>();
    List<MatmulSize> sizes = List.of(new MatmulSize(16, 16, 16), new MatmulSize(1, 64, 32));
    remote.benchmark(sizes, 3, results::add, Watch.NONE);
    assertThat(results).extracting(MatmulResult::size).isEqualTo(sizes);
    assertThat(results)
        .allSatisfy(
            result -> {
              assertThat(result).isInstanceOf(MatmulResult.Measured.class);
              assertThat(((MatmulResult.Measured) result).timing().samples()).hasSize(3);
            });
    assertThatThrownBy(() -> remote.benchmark(sizes, 0, results::add, Watch.NONE))
        .isInstanceOf(RuntimeException.class);
  }

  /** A device of the server's. */
  private static final class OnOpenBlas implements BackendLoader {
    private final OpenBlasLoader loader = new OpenBlasLoader();

    @Override
    public Device device() {
      return loader.device();
    }

    @Override
    public Backend load() {
      return loader.load();
    }
  }

  /** Remembers what was told, the prompt first. */
  private static final class Heard implements WritingListener {
    private final List<String> words = new ArrayList<>();

    @Override
    public void began(List<Integer> ids, String text) {
      words.add(ids + " " + text);
    }

    @Override
    public void wrote(Step step) {
      words.add(step.id() + " " + step.text());
    }
  }
}
