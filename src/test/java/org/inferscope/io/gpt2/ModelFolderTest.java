package org.inferscope.io.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFolderTest {
  @TempDir private Path folder;

  private final TinyModel tiny = new TinyModel();
  private final FakeTokenizers tokenizers = new FakeTokenizers();

  private OpenModel open() {
    return ModelFolder.open(folder, "tiny", tokenizers);
  }

  private void refused(String sentence) {
    assertThatThrownBy(this::open).isInstanceOf(InferscopeException.class).hasMessage(sentence);
    assertThat(tokenizers.open()).isZero();
  }

  @Test
  void anUnembeddingCountsOnlyIfItIsNotTheEmbedding() throws IOException {
    tiny.copy("wte.weight", "lm_head.weight").write(folder);
    try (OpenModel model = open()) {
      assertThat(model.weights().hasUnembedding()).isFalse();
      assertThat(model.facts().tied()).isTrue();
      assertThat(model.facts().parameters()).isEqualTo(TinyModel.SIZES.parameterCount());
    }
    tiny.put("lm_head.weight", List.of(12L, 4L), new Random(7)).write(folder);
    try (OpenModel model = open()) {
      assertThat(model.weights().hasUnembedding()).isTrue();
      assertThat(model.weights().values("lm_head.weight").get(0).get(5))
          .isNotEqualTo(model.weights().values("wte.weight").get(0).get(5));
      assertThat(model.facts().tied()).isFalse();
      assertThat(model.facts().parameters()).isEqualTo(TinyModel.SIZES.parameterCount() + 48);
    }
  }

  @Test
  void anUntiedModelNeedsItsUnembedding() throws IOException {
    tiny.config = tiny.config.replace("{\"model", "{\"tie_word_embeddings\": false, \"model");
    tiny.write(folder);
    refused(
        "model.safetensors: tensor lm_head.weight is missing, but config.json says that"
            + " \"tie_word_embeddings\" is false.");
  }

  @Test
  void whatStandsBesideTheTransformerIsNamedAndWhatStandsInItIsRefused() throws IOException {
    tiny.put("score.weight", List.of(2L, 4L), new Random(1)).write(folder);
    try (OpenModel model = open()) {
      assertThat(model.facts().leftAside()).containsExactly("score.weight");
    }
    tiny.put("h.1.attn.rotary", List.of(2L), new Random(1)).write(folder);
    refused(
        "model.safetensors: there is a tensor h.1.attn.rotary, which a GPT-2 does not have: this"
            + " is another kind of model.");
  }

  @Test
  void aTensorMayBeThereOnlyOnce() throws IOException {
    tiny.copy("ln_f.bias", "transformer.ln_f.bias").write(folder);
    refused(
        "model.safetensors: tensor ln_f.bias is there twice, with \"transformer.\" before its name"
            + " and without, or in two files.");
  }

  @Test
  void asManyBlocksMustBeThereAsTheConfigSays() throws IOException {
    tiny.config = tiny.config.replace("\"n_layer\": 2", "\"n_layer\": 1");
    tiny.write(folder);
    refused(
        "model.safetensors: there are tensors of 2 blocks, but config.json says that \"n_layer\""
            + " is 1.");
  }

  @Test
  void weightsThatAreMissingAreNamed() throws IOException {
    refused(folder.resolve("config.json") + " can't be opened: there is no such file.");
    Files.writeString(folder.resolve(ConfigFile.NAME), tiny.config);
    refused(
        folder
            + " holds no weights: there is neither model.safetensors nor"
            + " model.safetensors.index.json.");
    Files.createFile(folder.resolve("pytorch_model.bin"));
    assertThatThrownBy(this::open).hasMessageContaining("save the model as safetensors");
    Files.createDirectory(folder.resolve(WeightFiles.NAME));
    refused(folder.resolve(WeightFiles.NAME) + " can't be opened: it is a folder.");
  }

  @Test
  void aFolderThatIsNoneIsNamed() throws IOException {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> ModelFolder.open(none, "", tokenizers))
        .hasMessage(none + " can't be opened: there is no such folder.");
    Files.createFile(none);
    assertThatThrownBy(() -> ModelFolder.open(none, "", tokenizers))
        .hasMessage(
            none
                + " can't be opened: it is a file, but a model is a folder with config.json in"
                + " it.");
  }

  @Test
  void shardsAreOneModel() throws IOException {
    tiny.writeShards(folder);
    try (OpenModel model = open()) {
      for (String name : List.of("wte.weight", "ln_f.bias")) {
        assertThat(model.weights().values(name).get(0))
            .isEqualTo(tiny.tensors.get(name).parts().get(0));
      }
    }
    Files.delete(folder.resolve("part-1.safetensors"));
    refused("model.safetensors.index.json: the file part-1.safetensors that it names is missing.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"ln_f.bias\":\"part-1 | \"ln_f.bias\":\"part-0 | it says that tensor ln_f.bias is in"
            + " part-0.safetensors, but there it is not.",
        "\"ln_f.bias\" | \"ln_f.more\" | it says that tensor ln_f.more is in part-1.safetensors,"
            + " but there it is not.",
        ",\"ln_f.bias\":\"part-1.safetensors\" | `` | it does not say that tensor ln_f.bias is in"
            + " part-1.safetensors, but there it is.",
        "\"part-1. | \"../part-1. | \"weight_map\" has \"../part-1.safetensors\" for tensor",
        "\"part-1. | \"/etc/part-1. | \"weight_map\" has \"/etc/part-1.safetensors\" for tensor",
        "\"part-1. | \"..\\\\part-1. | must have the name of a file beside it",
        "\"part-1.safetensors\" | \"part-1.bin\" | that ends in .safetensors.",
        "\"part-1.safetensors\" | [1] | \"weight_map\" has [1] for tensor",
        "\"weight_map\" | \"map\" | \"weight_map\" is null, but must be an object in braces",
      })
  void anIndexMustAgreeWithItsFilesAndStayInItsFolder(String from, String to, String part)
      throws IOException {
    Path index = tiny.writeShards(folder).resolve(ShardIndex.NAME);
    Files.writeString(index, Files.readString(index).replace(from, to));
    assertThatThrownBy(this::open)
        .isInstanceOf(InferscopeException.class)
        .hasMessageStartingWith("model.safetensors.index.json: ")
        .hasMessageContaining(part)
        .hasMessageEndingWith(".");
  }

  @Test
  void aFileThatIsReplacedIsNoticedAndTheOldOneStaysReadable() throws IOException {
    tiny.write(folder);
    Path weights = folder.resolve(WeightFiles.NAME);
    try (OpenModel model = open()) {
      var before = model.weights().values("wte.weight").get(0);
      assertThat(model.isUnchanged()).isTrue();
      Path other = Files.copy(weights, folder.resolve("other"));
      Files.setLastModifiedTime(other, FileTime.fromMillis(1_000_000));
      Files.move(other, weights, StandardCopyOption.REPLACE_EXISTING);
      assertThat(model.isUnchanged()).isFalse();
      assertThat(before).isEqualTo(tiny.tensors.get("wte.weight").parts().get(0));
      assertThatThrownBy(() -> model.weights().values("wte.weight"))
          .isInstanceOf(InferscopeException.class)
          .hasMessage(
              weights + " has changed on the disk since it was opened: open the model again.");
    }
  }

  @Test
  void aChangedConfigIsNoticedToo() throws IOException {
    tiny.write(folder);
    try (OpenModel model = open()) {
      Files.delete(folder.resolve(ConfigFile.NAME));
      assertThat(model.isUnchanged()).isFalse();
      assertThat(model.weights().values("wte.weight")).isNotEmpty();
    }
  }

  @Test
  void aClosedModelRefusesToBeRead() throws IOException {
    tiny.write(folder);
    OpenModel model = open();
    assertThatThrownBy(() -> model.weights().values("wte"))
        .isInstanceOf(IllegalArgumentException.class);
    model.close();
    model.close();
    assertThat(tokenizers.open()).isZero();
    assertThatThrownBy(() -> model.weights().values("wte.weight"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTokenizerThatIsRefusedLeavesNothingOpen() throws IOException {
    tiny.write(folder);
    assertThatThrownBy(
            () ->
                ModelFolder.open(
                    folder,
                    "tiny",
                    (place, vocabulary) -> {
                      throw new InferscopeException("vocabulary " + vocabulary);
                    }))
        .hasMessage("vocabulary 12");
  }
}
