package org.inferscope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.UserFolders;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.DownloadProgress.Stage;
import org.inferscope.io.hub.HubCache;
import org.inferscope.io.hub.HubModels;
import org.inferscope.io.hub.HubSettings;
import org.inferscope.io.hub.ModelDownload;
import org.inferscope.io.hub.ModelsFolder;
import org.inferscope.model.gpt2.tokenizer.Token;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;
import org.inferscope.support.FakeHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelCommandTest {
  private static final byte[] DEMO = demo("model.safetensors");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FakeHub hub = new FakeHub("someone/demo");
  private UserFolders folders;
  private Path cache;
  private boolean interactive;
  @TempDir private Path home;

  @BeforeEach
  void prepare() {
    folders = UserFolders.of("Linux", Map.of(), home);
    cache = home.resolve("hub");
    hub.put("config.json", demo("config.json"));
    hub.put("tokenizer.json", demo("tokenizer.json"));
    hub.put("model.safetensors", DEMO);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private static byte[] demo(String name) {
    try {
      return Files.readAllBytes(Path.of("assets", "demo-model", name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    HubCache hubCache = new HubCache(cache);
    ModelDesk desk =
        new ModelDesk(
            HubModels.of(folders, hubCache, (folder, size) -> new SizeOnly(size)),
            ModelsFolder.of(folders, hubCache),
            () ->
                new ModelDownload(HubSettings.of(Map.of("HF_ENDPOINT", hub.endpoint().toString()))),
            interactive);
    CommandLine line = ModelCommand.line(desk);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          command.getErr().println(((InferscopeException) e).sentence());
          return 1;
        });
    return line.execute(args);
  }

  private Path own() {
    return folders.data().resolve("models").resolve("someone").resolve("demo");
  }

  @Test
  void getDownloadsIntoTheFolderOfModelsAndListAndInfoFindIt() {
    assertThat(run("get", "someone/demo")).isZero();
    assertThat(out.toString())
        .contains("Downloading someone/demo into " + own())
        .contains("100 %  ")
        .endsWith("all files were checked against the hub." + System.lineSeparator());
    assertThat(own().resolve("model.safetensors")).hasBinaryContent(DEMO);
    assertThat(run("list")).isZero();
    assertThat(out.toString().lines().filter(line -> line.startsWith("someone/demo")))
        .singleElement()
        .asString()
        .contains("downloaded", own().toString());
    assertThat(run("info", "--model", "someone/demo")).isZero();
    assertThat(out.toString())
        .containsPattern("layers +6")
        .containsPattern("heads +6, each 32 wide")
        .containsPattern("hidden size +192")
        .containsPattern("vocabulary +2,048")
        .containsPattern("context +256 tokens")
        .containsPattern("stored +F16, .* MB, converted to FP32")
        .containsPattern("unembedding +tied");
  }

  @Test
  void whatIsThereIsNotDownloadedAgainUnlessForced() {
    run("get", "someone/demo");
    int asked = hub.requests().size();
    assertThat(run("get", "someone/demo")).isZero();
    assertThat(out.toString()).startsWith("someone/demo is already in " + own());
    assertThat(hub.requests()).hasSize(asked);
    assertThat(run("get", "someone/demo", "--force")).isZero();
    assertThat(hub.requests().size()).isGreaterThan(asked);
  }

  @Test
  void aModelOfTheHubsCacheIsUsedInPlace() throws IOException {
    Path snapshot =
        Files.createDirectories(cache.resolve("models--someone--demo/snapshots/" + FakeHub.COMMIT));
    for (String name : List.of("config.json", "tokenizer.json", "model.safetensors")) {
      Files.write(snapshot.resolve(name), demo(name));
    }
    assertThat(run("get", "someone/demo")).isZero();
    assertThat(out.toString()).contains("downloaded by other tools, in " + snapshot);
    assertThat(hub.requests()).isEmpty();
    assertThat(run("list")).isZero();
    assertThat(out.toString()).containsPattern("someone/demo +[0-9,]+ .* hub cache +" + snapshot);
    assertThat(run("info", "--model", "someone/demo")).isZero();
  }

  @Test
  void aRevisionAndAFolderCanBeGiven() {
    String list = "/api/models/someone/demo/revision/refs%2Fpr%2F1";
    hub.script(list, FakeHub.text(200, "application/json", hub.list()));
    Path to = home.resolve("here");
    assertThat(run("get", "someone/demo", "--revision", "refs/pr/1", "--to", to.toString()))
        .isZero();
    assertThat(hub.requestsOf(list)).hasSize(1);
    assertThat(to.resolve("config.json")).exists();
    assertThat(run("info", "--model", to.toString())).isZero();
  }

  @Test
  void aDownloadThatWasBrokenOffGoesOn() throws IOException {
    Files.createDirectories(own());
    Files.write(own().resolve("model.safetensors.part"), new byte[10]);
    assertThat(run("get", "someone/demo")).isZero();
    assertThat(out.toString()).contains("the download goes on from there");
    assertThat(own().resolve("model.safetensors")).hasBinaryContent(DEMO);
  }

  @Test
  void mistakesAreToldInASentence() {
    assertThat(run("get", "no such")).isEqualTo(1);
    assertThat(err.toString()).startsWith("“no such” is no name of a model");
    assertThat(run("get", "someone/else")).isEqualTo(1);
    assertThat(err.toString()).startsWith("127.0.0.1 has no model named someone/else");
    assertThat(run("info", "--model", "nothing")).isEqualTo(1);
    assertThat(err.toString()).contains("nothing", "demo");
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("list, get, info");
  }

  @Test
  void listKnowsTheEmbeddedModelAndSaysWhatIsWrongWithOthers() throws IOException {
    run("get", "someone/demo");
    Files.write(own().resolve("model.safetensors"), new byte[4]);
    assertThat(run("list", "--json")).isZero();
    JsonArray models = JsonParser.parseString(out.toString()).getAsJsonArray();
    JsonObject embedded = models.get(0).getAsJsonObject();
    assertThat(embedded.get("id").getAsString()).isEqualTo("demo");
    assertThat(embedded.get("origin").getAsString()).isEqualTo("embedded");
    assertThat(embedded.get("parameters").getAsLong()).isEqualTo(3_111_936);
    assertThat(models.get(1).getAsJsonObject().get("problem").getAsString())
        .startsWith("model.safetensors");
  }

  @Test
  void infoIsOfTheEmbeddedModelUnlessToldAndCanBeRead() {
    assertThat(run("info", "--json")).isZero();
    JsonObject info = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(info.get("layers").getAsInt()).isEqualTo(6);
    assertThat(info.get("hidden_size").getAsInt()).isEqualTo(192);
    assertThat(info.get("parameters").getAsLong()).isEqualTo(3_111_936);
    assertThat(info.get("gb_fp16").getAsDouble()).isEqualTo(3_111_936 * 2 / 1e9);
    assertThat(info.get("stored_types").getAsJsonArray().get(0).getAsString()).isEqualTo("F16");
    assertThat(info.get("tied_unembedding").getAsBoolean()).isTrue();
  }

  @Test
  void onATerminalTheLineIsWrittenOver() {
    interactive = true;
    assertThat(run("get", "someone/demo")).isZero();
    assertThat(out.toString()).contains("\rAsking the hub", "\r100 %  ");
  }

  @Test
  void aShorterLineLeavesNothingOfALongerOne() {
    AtomicLong clock = new AtomicLong();
    ProgressLine line = new ProgressLine(new PrintWriter(out), true, clock::get);
    line.show(new DownloadProgress(Stage.LOADING, "f", 5_000_000, 0, 0, 0));
    clock.addAndGet(1_000_000_000);
    line.show(new DownloadProgress(Stage.LOADING, "f", 5, 0, 0, 0));
    line.end();
    assertThat(out.toString()).isEqualTo("\r5 MB\r5 B \r5 B" + System.lineSeparator());
  }

  @Test
  void inAFileLinesComeSeldom() {
    AtomicLong clock = new AtomicLong();
    ProgressLine line = new ProgressLine(new PrintWriter(out), false, clock::get);
    for (int i = 0; i <= 100; i++) {
      line.show(new DownloadProgress(Stage.LOADING, "f", i, 100, 10, 0));
      clock.addAndGet(100_000_000);
    }
    line.end();
    assertThat(out.toString().lines())
        .containsExactly(
            "  0 %  0 B of 100 B, 10 B/s, 10 s left",
            " 50 %  50 B of 100 B, 10 B/s, 5 s left",
            "100 %  100 B of 100 B, 10 B/s, 0 s left",
            "100 %  100 B of 100 B, 10 B/s, 0 s left");
  }

  /** Enough of a tokenizer for a command that does not cut texts. */
  private record SizeOnly(int size) implements Tokenizer {
    @Override
    public OptionalInt endOfText() {
      return OptionalInt.empty();
    }

    @Override
    public List<Token> encode(String text) {
      throw new IllegalStateException();
    }

    @Override
    public byte[] bytes(int id) {
      throw new IllegalStateException();
    }

    @Override
    public String piece(int id) {
      throw new IllegalStateException();
    }

    @Override
    public String decode(List<Integer> ids) {
      throw new IllegalStateException();
    }

    @Override
    public void close() {}
  }
}
