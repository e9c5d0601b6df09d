package org.inferscope.io.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.inferscope.io.hub.ModelsFolder.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCacheTest {
  private static final String OLD = "a".repeat(40);
  private static final String NEW = "b".repeat(40);

  @TempDir private Path home;

  private Path snapshot(Path cache, String model, String commit, String kind) throws IOException {
    Path blobs = Files.createDirectories(cache.resolve(model).resolve("blobs"));
    Path folder = Files.createDirectories(cache.resolve(model).resolve("snapshots/" + commit));
    link(folder, blobs, "config.json", "{\"model_type\": \"" + kind + "\"}");
    link(folder, blobs, "model.safetensors", "weights");
    link(folder, blobs, "tokenizer.json", "{}");
    return folder;
  }

  private static void link(Path folder, Path blobs, String name, String text) throws IOException {
    Path blob = Files.writeString(blobs.resolve(name + folder.getFileName()), text);
    Files.createSymbolicLink(folder.resolve(name), folder.relativize(blob));
  }

  private static void main(Path snapshot, String commit) throws IOException {
    Path refs = Files.createDirectories(snapshot.getParent().resolveSibling("refs"));
    Files.writeString(refs.resolve("main"), commit);
  }

  private HubCache cache() {
    return new HubCache(home.resolve("hub"));
  }

  @Test
  void modelsAreFoundThroughLinksWithTheirNames() throws IOException {
    Path small = snapshot(cache().folder(), "models--gpt2", OLD, "gpt2");
    Path large = snapshot(cache().folder(), "models--openai-community--gpt2-large", OLD, "gpt2");
    assertThat(cache().find())
        .containsExactly(
            new CachedModel(new ModelId("gpt2"), OLD, small),
            new CachedModel(new ModelId("openai-community/gpt2-large"), OLD, large));
  }

  @Test
  void theOldAndTheNewNameOfAModelAreOne() throws IOException {
    Path folder = snapshot(cache().folder(), "models--openai-community--gpt2", OLD, "gpt2");
    assertThat(cache().find(new ModelId("gpt2"))).map(CachedModel::folder).contains(folder);
    assertThat(cache().find(new ModelId("gpt2-xl"))).isEmpty();
  }

  @Test
  void ofSeveralStatesTheMainOneIsTaken() throws IOException {
    Path old = snapshot(cache().folder(), "models--gpt2", OLD, "gpt2");
    Path newer = snapshot(cache().folder(), "models--gpt2", NEW, "gpt2");
    Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000));
    assertThat(cache().find()).extracting(CachedModel::folder).containsExactly(newer);
    main(old, OLD);
    assertThat(cache().find()).extracting(CachedModel::folder).containsExactly(old);
  }

  @Test
  void whatIsNoWholeGpt2IsLeftOut() throws IOException {
    snapshot(cache().folder(), "models--meta--llama", OLD, "llama");
    snapshot(cache().folder(), "datasets--gpt2", OLD, "gpt2");
    snapshot(cache().folder(), "models--a--b--c", OLD, "gpt2");
    Path broken = snapshot(cache().folder(), "models--gpt2", OLD, "gpt2");
    Files.delete(broken.resolve("model.safetensors").toRealPath());
    Path bad = snapshot(cache().folder(), "models--gpt2-xl", OLD, "gpt2");
    Files.writeString(bad.resolve("config.json"), "{not json");
    assertThat(cache().find()).isEmpty();
    assertThat(new HubCache(home.resolve("nowhere")).find()).isEmpty();
  }

  @Test
  void theCacheIsWhereTheHubsToolsLookForIt() {
    assertThat(HubCache.of(Map.of(), home).folder())
        .isEqualTo(home.resolve(".cache/huggingface/hub"));
    assertThat(HubCache.of(Map.of("XDG_CACHE_HOME", "/x"), home).folder())
        .isEqualTo(Path.of("/x/huggingface/hub").toAbsolutePath());
    assertThat(HubCache.of(Map.of("XDG_CACHE_HOME", "/x", "HF_HOME", "~/hf"), home).folder())
        .isEqualTo(home.resolve("hf/hub"));
    assertThat(HubCache.of(Map.of("HF_HOME", "/h", "HF_HUB_CACHE", "/c"), home).folder())
        .isEqualTo(Path.of("/c").toAbsolutePath());
  }

  @Test
  void aModelIsLookedForInTheUsersFolderFirst() throws IOException {
    ModelsFolder models = new ModelsFolder(home.resolve("models"), cache());
    ModelId gpt2 = new ModelId("gpt2");
    assertThat(models.look(gpt2).state()).isEqualTo(State.ABSENT);
    Path own = Files.createDirectories(home.resolve("models/gpt2"));
    Files.write(own.resolve("model.safetensors.part"), new byte[12]);
    assertThat(models.look(gpt2)).isEqualTo(new ModelsFolder.Presence(own, State.PART, 12));
    Path cached = snapshot(cache().folder(), "models--gpt2", OLD, "gpt2");
    assertThat(models.look(gpt2)).isEqualTo(new ModelsFolder.Presence(cached, State.CACHED, 0));
    for (String name : new String[] {"config.json", "model.safetensors", "tokenizer.json"}) {
      Files.copy(cached.resolve(name), own.resolve(name));
    }
    assertThat(models.look(gpt2)).isEqualTo(new ModelsFolder.Presence(own, State.HERE, 0));
  }
}
