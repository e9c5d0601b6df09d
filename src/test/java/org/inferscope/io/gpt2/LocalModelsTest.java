package org.inferscope.io.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.UserFolders;
import org.inferscope.io.gpt2.FoundModel.Origin;
import org.inferscope.io.safetensors.StoredType;
import org.inferscope.model.gpt2.Gpt2Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalModelsTest {
  @TempDir private Path home;

  private final List<FoundModel> hub = new ArrayList<>();
  private UserFolders folders;
  private LocalModels models;

  @BeforeEach
  void aUser() {
    folders =
        new UserFolders(
            home.resolve("config"),
            home.resolve("data"),
            home.resolve("cache"),
            home.resolve("logs"));
    models = new LocalModels(folders, () -> hub, new FakeTokenizers());
  }

  private Path own(String name) throws IOException {
    Path folder = home.resolve("data").resolve("models").resolve(name);
    return new TinyModel().write(Files.createDirectories(folder));
  }

  @Test
  void aNewUserHasTheEmbeddedModel() {
    assertThat(models.find()).extracting(FoundModel::id).containsExactly("demo");
    try (OpenModel model = models.open("demo")) {
      assertThat(model.name()).isEqualTo("Demo model");
      assertThat(model.config()).isEqualTo(new Gpt2Config(6, 6, 192, 768, 256, 2048, 1e-5f));
      assertThat(model.facts().parameters()).isEqualTo(3_111_936);
      assertThat(model.facts().types()).containsExactly(StoredType.F16);
      assertThat(model.folder()).isEqualTo(models.find().get(0).folder());
      assertThat(model.isUnchanged()).isTrue();
    }
  }

  @Test
  void theCopyOfTheEmbeddedModelIsWrittenOnceAndRenewedWhenItDiffers() throws IOException {
    models.open("demo").close();
    Path copy = EmbeddedModel.folder(folders).resolve(WeightFiles.NAME);
    byte[] right = Files.readAllBytes(copy);
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(copy, old);
    models.open("demo").close();
    assertThat(Files.getLastModifiedTime(copy)).as("untouched").isEqualTo(old);

    byte[] damaged = right.clone();
    damaged[damaged.length / 2] ^= 1;
    Files.write(copy, damaged);
    models.open("demo").close();
    assertThat(copy).hasBinaryContent(right);

    Files.write(copy, new byte[10]);
    models.open("demo").close();
    assertThat(copy).hasBinaryContent(right);
  }

  @Test
  void aCacheThatCannotBeWrittenIsNamed() throws IOException {
    Path folder = EmbeddedModel.folder(folders);
    Files.createFile(Files.createDirectories(folder.getParent()).resolve(folder.getFileName()));
    assertThatThrownBy(() -> models.open("demo"))
        .isInstanceOf(InferscopeException.class)
        .hasMessageStartingWith("The demo model needs a copy in " + folder + ", which can't");
  }

  @Test
  void theUsersAndTheHubsModelsAreFoundByName() throws IOException {
    own("owner/two");
    Path one = own("one");
    Files.createDirectories(home.resolve("data").resolve("models").resolve("empty"));
    Path other = own("other-kind");
    Files.writeString(other.resolve(ConfigFile.NAME), "{\"model_type\": \"llama\"}");
    hub.add(new FoundModel("hub/three", own("hub/three"), Origin.HUB));
    assertThat(models.find())
        .extracting(FoundModel::id)
        .containsExactly("demo", "hub/three", "one", "owner/two", "hub/three");
    for (String name : List.of("one", "two", "owner/two", "three", one.toString())) {
      try (OpenModel model = models.open(name)) {
        assertThat(model.config()).isEqualTo(TinyModel.SIZES);
      }
    }
    try (OpenModel model = models.open("two")) {
      assertThat(model.name()).isEqualTo("owner/two");
    }
  }

  @Test
  void aModelThatIsNotThereIsToldWithThoseThatAre() throws IOException {
    own("one");
    assertThatThrownBy(() -> models.open("gpt2"))
        .isInstanceOf(InferscopeException.class)
        .hasMessage("There is no model and no folder \"gpt2\". Models on this machine: demo, one.");
    assertThatThrownBy(() -> models.open("a\0b")).isInstanceOf(InferscopeException.class);
  }

  @Test
  void theEmbeddedModelComesWithExamples() {
    List<Example> examples = Examples.load();
    assertThat(examples).hasSize(15).doesNotHaveDuplicates();
    assertThat(examples.get(0).id()).isEqualTo("seed");
    assertThat(examples.get(0).prompt()).isEqualTo("The matrix multiplication is");
    assertThat(examples.get(0).continuation())
        .isEqualTo(" a sum of products of a row and a column.");
    assertThat(examples)
        .noneMatch(
            example ->
                example.title().isEmpty()
                    || example.prompt().isEmpty()
                    || example.view().isEmpty()
                    || example.lookAt().isEmpty());
  }
}
