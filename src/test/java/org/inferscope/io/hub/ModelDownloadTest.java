package org.inferscope.io.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.hub.DownloadProgress.Stage;
import org.inferscope.support.FakeHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a hub on this machine that misbehaves in every way it knows. */
class ModelDownloadTest {
  private static final int SIZE = 300_000;

  private final FakeHub hub = FakeHub.gpt2("gpt2", SIZE);
  private final byte[] weights = hub.file("model.safetensors");
  private Path folder;
  private Trial trial;

  @TempDir private Path models;

  @BeforeEach
  void prepare() {
    folder = models.resolve("gpt2");
    trial = new Trial(hub, folder);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private void assertWhole() throws IOException {
    assertThat(names()).containsExactly("config.json", "model.safetensors", "tokenizer.json");
    assertThat(folder.resolve("model.safetensors")).hasBinaryContent(weights);
    assertThat(ModelsFolder.isComplete(folder)).isTrue();
  }

  private void assertFails(String... words) {
    assertThatThrownBy(trial::run)
        .isInstanceOf(InferscopeException.class)
        .hasMessageContainingAll(words);
    assertThat(ModelsFolder.isComplete(folder)).isFalse();
  }

  /** Sends so many bytes and breaks off when the part has a length. */
  private FakeHub.Behavior breaks(byte[] content, int bytes, long length) {
    return hub.breakAfter(content, bytes, () -> arrived(length));
  }

  private boolean arrived(long length) {
    return folder.resolve("model.safetensors.part").toFile().length() >= length;
  }

  private List<String> weightRanges() {
    return hub.requestsOf(hub.filePath("model.safetensors")).stream()
        .map(request -> request.header("range"))
        .toList();
  }

  @Test
  void aModelIsWhatIsNeededOfItAndNothingElse() throws IOException {
    assertThat(trial.run()).isEqualTo(folder);
    assertWhole();
    assertThat(trial.pauses).isEmpty();
  }

  @Test
  void progressGrowsToTheWholeAndKnowsSpeedAndTime() {
    trial.run();
    DownloadProgress last = trial.told.get(trial.told.size() - 1);
    assertThat(last.bytes()).isEqualTo(last.total()).isEqualTo(SIZE + 22 + 2);
    assertThat(last.fraction()).isEqualTo(1);
    assertThat(trial.told).extracting(DownloadProgress::bytes).isSorted();
    assertThat(trial.told.get(0).stage()).isEqualTo(Stage.ASKING);
    assertThat(trial.told).extracting(DownloadProgress::file).contains("model.safetensors");
  }

  @Test
  void theOldTokenizerFilesAreTakenWhereThereIsNoNewOne() throws IOException {
    hub.remove("tokenizer.json");
    hub.put("vocab.json", "{}".getBytes(StandardCharsets.UTF_8));
    hub.put("merges.txt", "#version".getBytes(StandardCharsets.UTF_8));
    trial.run();
    assertThat(names())
        .containsExactly("config.json", "merges.txt", "model.safetensors", "vocab.json");
  }

  @Test
  void aModelInPartsHasAllOfThem() throws IOException {
    hub.remove("model.safetensors");
    String index =
        "{\"weight_map\": {\"a\": \"model-00001-of-00002.safetensors\","
            + " \"b\": \"model-00002-of-00002.safetensors\","
            + " \"c\": \"model-00001-of-00002.safetensors\"}}";
    hub.put("model.safetensors.index.json", index.getBytes(StandardCharsets.UTF_8));
    hub.put("model-00001-of-00002.safetensors", FakeHub.random(20_000));
    hub.put("model-00002-of-00002.safetensors", FakeHub.random(30_000));
    trial.run();
    assertThat(names())
        .containsExactly(
            "config.json",
            "model-00001-of-00002.safetensors",
            "model-00002-of-00002.safetensors",
            "model.safetensors.index.json",
            "tokenizer.json");
    assertThat(ModelsFolder.isComplete(folder)).isTrue();
  }

  @Test
  void anIndexCannotLeadOutOfTheFolder() {
    hub.remove("model.safetensors");
    String index = "{\"weight_map\": {\"a\": \"../../evil.safetensors\"}}";
    hub.put("model.safetensors.index.json", index.getBytes(StandardCharsets.UTF_8));
    assertFails("gpt2 has no file");
    assertThat(models.resolve("evil.safetensors.part")).doesNotExist();
  }

  @Test
  void aBrokenConnectionIsTakenUpWhereItBroke() throws IOException {
    hub.scriptFile(
        "model.safetensors", breaks(weights, 100_000, 100_000), breaks(weights, 50_000, 150_000));
    trial.run();
    assertWhole();
    assertThat(weightRanges()).containsExactly("", "bytes=100000-", "bytes=150000-");
    assertThat(trial.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(trial.told).extracting(DownloadProgress::stage).contains(Stage.WAITING);
  }

  @Test
  void aHubThatBreaksAgainAndAgainIsGivenUpAndThePartStays() throws IOException {
    hub.scriptFile(
        "model.safetensors",
        breaks(weights, 1000, 1000),
        breaks(weights, 1000, 2000),
        breaks(weights, 1000, 3000),
        breaks(weights, 1000, 4000));
    assertFails("127.0.0.1 broke again and again");
    assertThat(Files.size(folder.resolve("model.safetensors.part"))).isEqualTo(4000);
    assertThat(names()).noneMatch(name -> name.equals("config.json"));
    trial = new Trial(hub, folder);
    trial.run();
    assertWhole();
    assertThat(weightRanges()).last().isEqualTo("bytes=4000-");
  }

  @Test
  void failuresBeforeSomethingCameDoNotCount() throws IOException {
    byte[] large = FakeHub.random(6 << 20);
    hub.put("model.safetensors", large);
    for (int i = 1; i <= 5; i++) {
      hub.scriptFile("model.safetensors", breaks(large, 1 << 20, (long) i << 20));
    }
    trial.run();
    assertThat(folder.resolve("model.safetensors")).hasBinaryContent(large);
    assertThat(trial.pauses).allMatch(Duration.ofSeconds(1)::equals);
  }

  @Test
  void aServerThatKnowsNoRangesSendsAllAnew() throws IOException {
    FakeHub.Behavior all =
        FakeHub.raw(200, "Content-Length: " + SIZE + "\r\nETag: \"other\"\r\n", weights);
    hub.scriptFile("model.safetensors", breaks(weights, 100_000, 100_000), all);
    trial.run();
    assertWhole();
    DownloadProgress last = trial.told.get(trial.told.size() - 1);
    assertThat(last.bytes()).isEqualTo(last.total());
  }

  @Test
  void aServerThatSendsAnotherRangeIsAskedAnew() throws IOException {
    FakeHub.Behavior other =
        FakeHub.raw(
            206,
            "Content-Range: bytes 0-9/" + SIZE + "\r\nContent-Length: 10\r\n",
            Arrays.copyOf(weights, 10));
    hub.scriptFile("model.safetensors", breaks(weights, 100_000, 100_000), other);
    trial.run();
    assertWhole();
  }

  @Test
  void aPartThatIsTooLongIsThrownAway() throws IOException {
    hub.scriptFile("model.safetensors", hub.stallAfter(weights, 100_000));
    stopWhenLoaded(50_000);
    Files.write(folder.resolve("model.safetensors.part"), new byte[SIZE + 5]);
    trial = new Trial(hub, folder);
    trial.run();
    assertWhole();
  }

  @Test
  void aFileThatChangedAtTheHubSinceIsTakenWhole() throws IOException {
    hub.scriptFile("model.safetensors", hub.stallAfter(weights, 100_000));
    stopWhenLoaded(100_000);
    byte[] newer = FakeHub.random(SIZE + 1);
    hub.put("model.safetensors", newer);
    new Trial(hub, folder).run();
    assertThat(folder.resolve("model.safetensors")).hasBinaryContent(newer);
    assertThat(weightRanges()).containsExactly("", "");
  }

  @Test
  void aFileThatChangesUnderItsNameIsNoticedByItsTag() throws IOException {
    byte[] other = FakeHub.random(SIZE + 1);
    hub.scriptFile(
        "model.safetensors",
        breaks(Arrays.copyOf(other, SIZE), 100_000, 100_000),
        FakeHub.content(weights));
    trial.run();
    assertWhole();
    assertThat(hub.requestsOf(hub.filePath("model.safetensors")).get(1).header("if-range"))
        .isEqualTo("\"" + FakeHub.sha256(Arrays.copyOf(other, SIZE)) + "\"");
  }

  @Test
  void wrongBytesAreThrownAwayAndAskedForAgain() throws IOException {
    byte[] wrong = weights.clone();
    wrong[SIZE / 2] ^= 1;
    hub.scriptFile("model.safetensors", FakeHub.content(wrong));
    trial.run();
    assertWhole();
  }

  @Test
  void wrongBytesTwiceAreAnErrorThatLeavesNone() throws IOException {
    byte[] wrong = weights.clone();
    wrong[0] ^= 1;
    hub.scriptFile("model.safetensors", FakeHub.content(wrong), FakeHub.content(wrong));
    assertFails("model.safetensors", "twice", "not those of the list");
    assertThat(folder.resolve("model.safetensors.part")).isEmptyFile();
  }

  @Test
  void aSmallFileIsCheckedByTheNameThatGitGivesIt() {
    FakeHub.Behavior wrong = FakeHub.content("[]".getBytes(StandardCharsets.UTF_8));
    hub.scriptFile("tokenizer.json", wrong, wrong);
    assertFails("tokenizer.json", "twice");
  }

  @Test
  void aLengthThatIsNotTheListedOneIsNotTaken() {
    FakeHub.Behavior lie = FakeHub.raw(200, "Content-Length: 100\r\n", new byte[100]);
    hub.scriptFile("model.safetensors", lie, lie);
    assertFails("model.safetensors", "twice");
  }

  @Test
  void moreBytesThanListedAreNotTaken() throws IOException {
    FakeHub.Behavior endless = FakeHub.raw(200, "", new byte[SIZE + 100_000]);
    hub.scriptFile("model.safetensors", endless, endless);
    assertFails("model.safetensors", "twice");
    assertThat(folder.resolve("model.safetensors.part")).isEmptyFile();
  }

  @Test
  void aLengthThatIsPromisedAndNotKeptIsAskedForAgain() throws IOException {
    FakeHub.Behavior less =
        FakeHub.raw(200, "Content-Length: " + SIZE + "\r\n", Arrays.copyOf(weights, 10));
    hub.scriptFile("model.safetensors", FakeHub.endsWhen(less, () -> arrived(10)));
    trial.run();
    assertWhole();
    assertThat(weightRanges()).containsExactly("", "bytes=10-");
  }

  @Test
  void aBusyHubIsGivenTheTimeItAsksFor() throws IOException {
    hub.script(
        hub.listPath(),
        FakeHub.status(429, "Retry-After: 7"),
        FakeHub.status(503),
        FakeHub.status(503, "Retry-After: 86400"));
    trial.run();
    assertWhole();
    assertThat(trial.pauses)
        .containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2), Duration.ofMinutes(2));
    assertThat(trial.told).extracting(DownloadProgress::pause).contains(7.0, 2.0, 120.0);
  }

  @Test
  void aHubThatStaysBusyIsToldOf() {
    FakeHub.Behavior busy = FakeHub.status(429);
    hub.script(hub.listPath(), busy, busy, busy, busy);
    assertFails("too many requests");
    hub.script(
        hub.listPath(),
        FakeHub.status(503),
        FakeHub.status(503),
        FakeHub.status(503),
        FakeHub.status(503));
    trial = new Trial(hub, folder);
    assertFails("busy", "503");
  }

  @Test
  void redirectsAreFollowedAndTheTokenStaysAtHome() throws IOException {
    try (FakeHub store = new FakeHub("blobs")) {
      store.script("/blob", FakeHub.content(weights));
      hub.script(
          "/moved",
          FakeHub.status(
              302,
              "Location: " + store.endpoint() + "/blob",
              "X-Linked-Etag: \"" + FakeHub.sha256(weights) + "\""));
      hub.scriptFile("model.safetensors", FakeHub.status(307, "Location: /moved"));
      trial.token("secret").run();
      assertWhole();
      assertThat(hub.requestsOf("/moved").get(0).header("authorization"))
          .isEqualTo("Bearer secret");
      assertThat(store.requests()).hasSize(1);
      assertThat(store.requests().get(0).header("authorization")).isEmpty();
    }
  }

  @Test
  void redirectsWithoutEndAreLeft() {
    FakeHub.Behavior around = FakeHub.status(302, "Location: " + hub.listPath());
    FakeHub.Behavior[] many = new FakeHub.Behavior[20];
    Arrays.fill(many, around);
    hub.script(hub.listPath(), many);
    assertFails("without end");
    assertThat(hub.requests()).hasSize(11);
  }

  @Test
  void redirectsToWhatIsNoWebAddressAreNotFollowed() {
    hub.script(hub.listPath(), FakeHub.status(302, "Location: file:///etc/passwd"));
    assertFails("file:///etc/passwd", "not followed");
  }

  @Test
  void anUnlistedHashIsTakenFromTheAnswer() {
    String bare =
        "{\"siblings\": [{\"rfilename\": \"config.json\"}, {\"rfilename\": \"tokenizer.json\"},"
            + " {\"rfilename\": \"model.safetensors\"}]}";
    byte[] wrong = weights.clone();
    wrong[1] ^= 1;
    String tag = "ETag: \"" + FakeHub.sha256(weights) + "\"\r\n";
    hub.script(hub.listPath(), FakeHub.text(200, "application/json", bare));
    FakeHub.Behavior lie = FakeHub.raw(200, tag, wrong);
    String file = "/gpt2/resolve/main/";
    hub.script(file + "config.json", FakeHub.content(hub.file("config.json")));
    hub.script(file + "tokenizer.json", FakeHub.content(hub.file("tokenizer.json")));
    hub.script(file + "model.safetensors", lie, lie);
    assertFails("model.safetensors", "twice");
  }

  @Test
  void refusalsAreToldPlainly() {
    hub.script(hub.listPath(), FakeHub.status(401, "X-Error-Code: GatedRepo"));
    assertFails("gpt2 is given only to those", "HF_TOKEN");
    hub.script(hub.listPath(), FakeHub.status(403));
    assertFails("gpt2 is given only to those");
    hub.script(hub.listPath(), FakeHub.status(401));
    assertFails("no model named gpt2, or it is private");
    hub.script(hub.listPath(), FakeHub.status(404, "X-Error-Code: RevisionNotFound"));
    assertFails("gpt2 has no revision named “main”");
    hub.script(hub.listPath(), FakeHub.status(404));
    assertFails("no model named gpt2");
    hub.script(hub.listPath(), FakeHub.status(418));
    assertFails("status 418");
    hub.script(hub.listPath(), FakeHub.status(401));
    trial.token("secret");
    assertFails("the token in HF_TOKEN does not open it");
  }

  @Test
  void whatIsNoListIsToldPlainly() {
    hub.script(hub.listPath(), FakeHub.text(200, "text/html; charset=utf-8", "<html>Log in"));
    assertFails("web page", "log in");
    for (String bad : List.of("", "[]", "{", "{}", "<html>", "{\"siblings\": 3}")) {
      hub.script(hub.listPath(), FakeHub.text(200, "application/json", bad));
      assertFails("not a list");
    }
    hub.scriptFile("model.safetensors", FakeHub.text(200, "text/html", "<html>Log in"));
    assertFails("web page");
  }

  @Test
  void aModelThatIsNoGpt2IsRefusedBeforeItsWeights() {
    hub.put("config.json", "{\"model_type\": \"llama\"}".getBytes(StandardCharsets.UTF_8));
    assertFails("gpt2 is a model of the kind “llama”");
    hub.put("config.json", "{}".getBytes(StandardCharsets.UTF_8));
    assertFails("does not say what kind");
    hub.remove("model.safetensors");
    assertFails("gpt2 has no file model.safetensors");
    assertThat(weightRanges()).isEmpty();
  }

  @Test
  void tooLittleSpaceIsFoundBeforeTheWeights() {
    trial.free(SIZE);
    assertFails("not enough room", "17.08 MB are needed", "300 kB are free");
    assertThat(weightRanges()).isEmpty();
  }

  @Test
  void offlineNothingIsAsked() {
    trial.offline();
    assertFails("HF_HUB_OFFLINE");
    assertThat(hub.requests()).isEmpty();
  }

  @Test
  void aHubThatIsNotThereIsToldOf() {
    hub.close();
    assertFails("127.0.0.1 can't be reached");
  }

  @Test
  void aSilentHubIsGivenUpAfterATime() {
    FakeHub.Behavior stall = (request, out) -> hub.silence();
    hub.script(hub.listPath(), stall, stall, stall, stall);
    trial.silence(Duration.ofMillis(120));
    assertFails("127.0.0.1 does not answer");
    assertThat(trial.pauses).hasSize(3);
  }

  @Test
  void aFileThatStopsComingIsTakenUpAfterATime() throws IOException {
    hub.scriptFile("model.safetensors", hub.stallAfter(weights, 100_000));
    trial.silence(Duration.ofSeconds(2)).run();
    assertWhole();
    assertThat(weightRanges()).containsExactly("", "bytes=100000-");
  }

  /** Stops the download when so many bytes of the weights are there, while the hub is silent. */
  private void stopWhenLoaded(long bytes) {
    trial.onProgress(
        progress -> {
          if (progress.stage() == Stage.LOADING && progress.bytes() >= bytes) {
            trial.stop.stop();
          }
        });
    assertThatThrownBy(trial::run).isInstanceOf(CancellationException.class);
    assertThat(ModelsFolder.isComplete(folder)).isFalse();
  }

  @Test
  void cancelEndsASilentWaitAndLeavesThePartForTheNextTime() throws IOException {
    hub.scriptFile("model.safetensors", hub.stallAfter(weights, 100_000));
    trial.silence(Duration.ofMinutes(10));
    stopWhenLoaded(100_000);
    assertThat(ModelsFolder.partBytes(folder)).isGreaterThan(100_000);
    assertThat(names()).doesNotContain(".inferscope-download");
    new Trial(hub, folder).run();
    assertWhole();
    assertThat(weightRanges()).containsExactly("", "bytes=100000-");
  }

  @Test
  void cancelBeforeTheAnswerEndsAtOnce() {
    hub.script(
        hub.listPath(),
        (request, out) -> {
          trial.stop.stop();
          hub.silence();
        });
    trial.silence(Duration.ofMinutes(10));
    assertThatThrownBy(trial::run).isInstanceOf(CancellationException.class);
  }

  @Test
  void twoDownloadsIntoOneFolderDoNotMix() {
    trial.onProgress(
        progress -> {
          if (progress.stage() == Stage.LOADING) {
            assertThatThrownBy(new Trial(hub, folder)::run)
                .isInstanceOf(InferscopeException.class)
                .hasMessageContaining("Another download into");
          }
        });
    trial.run();
  }

  @Test
  void anOlderModelStaysWholeUntilTheNewOneIsThere() throws IOException {
    trial.run();
    byte[] newer = FakeHub.random(SIZE + 7);
    hub.put("model.safetensors", newer);
    hub.scriptFile("model.safetensors", hub.stallAfter(newer, 100));
    trial = new Trial(hub, folder);
    trial.silence(Duration.ofMillis(100));
    FakeHub.Behavior stall = hub.stallAfter(newer, 0);
    hub.scriptFile("model.safetensors", stall, stall, stall);
    assertThatThrownBy(trial::run).hasMessageContaining("does not answer");
    assertThat(folder.resolve("model.safetensors")).hasBinaryContent(weights);
    assertThat(ModelsFolder.isComplete(folder)).isTrue();
    new Trial(hub, folder).run();
    assertThat(folder.resolve("model.safetensors")).hasBinaryContent(newer);
    assertThat(names()).containsExactly("config.json", "model.safetensors", "tokenizer.json");
  }

  @Test
  void whatGotItsNameBeforeTheEndIsNotAskedForAgain() throws IOException {
    trial.run();
    Files.delete(folder.resolve("config.json"));
    new Trial(hub, folder).run();
    assertWhole();
    assertThat(weightRanges()).hasSize(1);
  }
}
