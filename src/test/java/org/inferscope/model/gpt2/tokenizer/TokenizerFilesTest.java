package org.inferscope.model.gpt2.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded model's tokenizer, whole and broken. */
class TokenizerFilesTest {
  private static final Path DEMO = Path.of("assets", "demo-model");
  private static final Path FIXTURES =
      Path.of("src/test/resources/org/inferscope/model/gpt2/fixtures");
  private static final int DEMO_SIZE = 2048;

  @TempDir Path folder;

  private JsonObject good;

  @BeforeEach
  void readTheGoodOne() throws IOException {
    good = json(DEMO.resolve("tokenizer.json"));
  }

  @Test
  void theEmbeddedModelsTextsHaveTheTokensItWasTrainedWith() throws IOException {
    try (Tokenizer tokenizer = demo()) {
      for (String name : List.of("seed", "shapes", "one-token")) {
        JsonObject fixture = json(FIXTURES.resolve(name + ".json"));
        List<Token> tokens = tokenizer.encode(fixture.get("text").getAsString());
        assertThat(tokens)
            .extracting(Token::id)
            .isEqualTo(ints(fixture.getAsJsonArray("token_ids")));
        assertThat(tokens)
            .extracting(Token::piece)
            .isEqualTo(strings(fixture.getAsJsonArray("tokens")));
        for (JsonElement best : fixture.getAsJsonArray("top10")) {
          int id = best.getAsJsonObject().get("id").getAsInt();
          assertThat(tokenizer.decode(List.of(id)))
              .isEqualTo(best.getAsJsonObject().get("text").getAsString());
        }
      }
    }
  }

  @Test
  void theEmbeddedModelsExamplesHaveAsManyTokensAsTheySay() throws IOException {
    try (Tokenizer tokenizer = demo()) {
      int seen = 0;
      for (JsonElement each : json(DEMO.resolve("examples.json")).getAsJsonArray("examples")) {
        JsonObject example = each.getAsJsonObject();
        assertThat(tokenizer.encode(example.get("prompt").getAsString()))
            .hasSize(example.get("tokens").getAsInt());
        seen++;
      }
      assertThat(seen).isPositive();
    }
  }

  @Test
  void mergesMayBePairs() throws IOException {
    JsonArray pairs = new JsonArray();
    for (JsonElement merge : model().getAsJsonArray("merges")) {
      JsonArray pair = new JsonArray();
      List.of(merge.getAsString().split(" ")).forEach(pair::add);
      pairs.add(pair);
    }
    model().add("merges", pairs);
    write(good.toString());
    try (Tokenizer demo = demo();
        Tokenizer same = open(DEMO_SIZE)) {
      assertThat(same.encode("The matrix is")).isEqualTo(demo.encode("The matrix is"));
    }
  }

  @Test
  void anotherSizeThanTheModelsIsRefused() throws IOException {
    write(good.toString());
    assertThatThrownBy(() -> open(2000))
        .isInstanceOf(InferscopeException.class)
        .hasMessage(
            "tokenizer.json: there are more tokens or merges than the model's vocabulary of 2,000"
                + " can have.");
    assertThatThrownBy(() -> open(2049))
        .hasMessage("tokenizer.json: token 2,048 is missing: the model has 2,049 tokens.");
  }

  @Test
  void anotherKindOfTokenizerIsRefused() throws IOException {
    model().addProperty("type", "WordPiece");
    refused(
        "this tokenizer works in another way than GPT-2's: model.type must be BPE, but is WordPiece.");
    model().addProperty("type", "BPE");
    model().addProperty("ignore_merges", true);
    refused(
        "this tokenizer works in another way than GPT-2's: model.ignore_merges must be false, but is true.");
    model().remove("ignore_merges");
    good.getAsJsonObject("pre_tokenizer").addProperty("add_prefix_space", true);
    refused(
        "this tokenizer works in another way than GPT-2's: pre_tokenizer.add_prefix_space must be"
            + " false, but is true.");
    good.remove("pre_tokenizer");
    refused(
        "this tokenizer works in another way than GPT-2's: pre_tokenizer.type must be ByteLevel,"
            + " but is null.");
  }

  @Test
  void aNormalizerIsRefused() throws IOException {
    JsonObject lower = new JsonObject();
    lower.addProperty("type", "Lowercase");
    good.add("normalizer", lower);
    refused("this tokenizer works in another way than GPT-2's: normalizer must be null.");
  }

  @Test
  void whatIsMissingOrTwiceOrMisspelledIsNamed() throws IOException {
    JsonObject vocab = model().getAsJsonObject("vocab");
    vocab.remove("Ġmatrix");
    refused("token 474 is missing: the model has 2,048 tokens.");
    vocab.addProperty("漢", 474);
    refused("token 474, \"漢\", is not spelled with GPT-2's characters for bytes.");
    vocab.remove("漢");
    vocab.addProperty("!!!!", 474);
    refusedStarting("the merge \"");
    vocab.addProperty("!!!!", 475);
    refusedStarting("\"");
    vocab.addProperty("!!!!", 9999);
    refused(
        "token \"!!!!\" has the number 9,999, but the model's tokens have the numbers 0 to 2,047.");
    model().remove("vocab");
    refused("\"model.vocab\" is missing.");
  }

  @Test
  void aMissingByteIsNamed() throws IOException {
    JsonObject vocab = model().getAsJsonObject("vocab");
    int id = vocab.remove("!").getAsInt();
    vocab.addProperty("!!!!", id);
    refused("there is no token for byte 33 (\"!\"), so that not every text could be cut.");
  }

  @Test
  void whatIsNoJsonIsRefused() throws IOException {
    String text = good.toString();
    refusedText("", "this is no valid JSON, or only a part of it.");
    refusedText("[]", "a number, a text or a list is where a tokenizer has something else.");
    refusedText(
        text.substring(0, text.length() / 2), "this is no valid JSON, or only a part of it.");
    refusedText(text + "{}", "this is no valid JSON, or only a part of it.");
    refusedText(
        "[".repeat(100_000), "a number, a text or a list is where a tokenizer has something else.");
    Files.write(folder.resolve("tokenizer.json"), new byte[] {'{', '"', (byte) 0xC3, 0x28});
    assertThatThrownBy(() -> open(DEMO_SIZE))
        .hasMessage("tokenizer.json: this is no text in UTF-8.");
  }

  @Test
  void aHugeFileIsRefusedUnread() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("tokenizer.json").toFile(), "rw")) {
      file.setLength(100_000_000);
    }
    assertThatThrownBy(() -> open(DEMO_SIZE))
        .hasMessage("tokenizer.json: the file has 100 MB, but a tokenizer has at most 64 MB.");
  }

  @Test
  void aFolderWithoutATokenizerSaysWhatIsLookedFor() {
    assertThatThrownBy(() -> open(DEMO_SIZE))
        .isInstanceOf(InferscopeException.class)
        .hasMessage(
            folder.getFileName()
                + ": there is no tokenizer here: neither tokenizer.json, nor vocab.json with"
                + " merges.txt.");
  }

  @Test
  void aMissingMergesFileIsNamed() throws IOException {
    Files.writeString(folder.resolve("vocab.json"), model().get("vocab").toString());
    assertThatThrownBy(() -> open(DEMO_SIZE))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining(folder.resolve("merges.txt").toString());
  }

  @Test
  void whateverIsInAFileIsRefusedInASentenceOrOpens() throws IOException {
    byte[] bytes = good.toString().getBytes(StandardCharsets.UTF_8);
    Random random = new Random(8);
    for (int i = 0; i < 200; i++) {
      byte[] broken = bytes.clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        broken[random.nextInt(i % 2 == 0 ? 700 : broken.length)] = (byte) random.nextInt(256);
      }
      Files.write(folder.resolve("tokenizer.json"), broken);
      try (Tokenizer opened = open(DEMO_SIZE)) {
        assertThat(opened.size()).isEqualTo(DEMO_SIZE);
        if (i % 10 == 0) {
          opened.encode("The matrix is");
        }
      } catch (InferscopeException e) {
        assertThat(e.sentence()).startsWith("tokenizer.json: ").doesNotContain("Exception");
      }
    }
  }

  private void refused(String reason) throws IOException {
    refusedText(good.toString(), reason);
  }

  private void refusedStarting(String reason) throws IOException {
    write(good.toString());
    assertThatThrownBy(() -> open(DEMO_SIZE)).hasMessageStartingWith("tokenizer.json: " + reason);
  }

  private void refusedText(String text, String reason) throws IOException {
    write(text);
    assertThatThrownBy(() -> open(DEMO_SIZE))
        .isInstanceOf(InferscopeException.class)
        .hasMessage("tokenizer.json: " + reason);
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), text);
  }

  private Tokenizer open(int size) {
    return HuggingFaceTokenizers.open(folder, size, HuggingFaceTokenizersTest.CACHE);
  }

  private static Tokenizer demo() {
    return HuggingFaceTokenizers.open(DEMO, DEMO_SIZE, HuggingFaceTokenizersTest.CACHE);
  }

  private JsonObject model() {
    return good.getAsJsonObject("model");
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  private static List<Integer> ints(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsInt).toList();
  }

  private static List<String> strings(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsString).toList();
  }
}
