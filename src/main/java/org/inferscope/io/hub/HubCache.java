package org.inferscope.io.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;

/**
 * The folder in which the hub's own tools keep what they have downloaded: {@code
 * models--owner--name/snapshots/<commit>}, with links to the files in {@code blobs}, and {@code
 * refs/main} with the commit that was {@code main}. Only read, never written.
 *
 * @param folder where it is; need not exist
 */
public record HubCache(Path folder) {
  private static final String PREFIX = "models--";

  /**
   * The cache of this user: {@code HF_HUB_CACHE}, else {@code hub} in {@code HF_HOME}, else {@code
   * huggingface/hub} in {@code XDG_CACHE_HOME} or in the home's {@code .cache}.
   */
  public static HubCache of(Map<String, String> environment, Path home) {
    Path usual = folder(environment, "XDG_CACHE_HOME", home).orElse(home.resolve(".cache"));
    Path hub =
        folder(environment, "HF_HOME", home).orElse(usual.resolve("huggingface")).resolve("hub");
    return new HubCache(
        folder(environment, "HF_HUB_CACHE", home)
            .or(() -> folder(environment, "HUGGINGFACE_HUB_CACHE", home))
            .orElse(hub));
  }

  /** The cache of the user who runs this program. */
  public static HubCache ofThisUser() {
    return of(System.getenv(), Path.of(System.getProperty("user.home", "")));
  }

  private static Optional<Path> folder(
      Map<String, String> environment, String variable, Path home) {
    String text = environment.getOrDefault(variable, "").strip();
    try {
      if (text.startsWith("~/")) {
        return Optional.of(home.resolve(text.substring(2)));
      }
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text).toAbsolutePath());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The GPT-2 models in it that are complete, by name; of each the one that was main last. */
  public List<CachedModel> find() {
    List<CachedModel> models = new ArrayList<>();
    for (Path model : list(folder)) {
      String name = String.valueOf(model.getFileName());
      if (name.startsWith(PREFIX)) {
        id(name).flatMap(id -> newest(id, model)).ifPresent(models::add);
      }
    }
    models.sort(Comparator.comparing(model -> model.id().text()));
    return models;
  }

  /** The model of a name, should it be there. */
  public Optional<CachedModel> find(ModelId id) {
    return find().stream().filter(model -> model.id().isSame(id)).findFirst();
  }

  private static Optional<ModelId> id(String folderName) {
    try {
      return Optional.of(new ModelId(folderName.substring(PREFIX.length()).replace("--", "/")));
    } catch (InferscopeException e) {
      return Optional.empty();
    }
  }

  private static Optional<CachedModel> newest(ModelId id, Path model) {
    String main = main(model.resolve("refs").resolve("main"));
    return list(model.resolve("snapshots")).stream()
        .filter(Gpt2Files::isComplete)
        .max(
            Comparator.<Path, Boolean>comparing(path -> path.endsWith(main))
                .thenComparing(HubCache::time))
        .map(path -> new CachedModel(id, String.valueOf(path.getFileName()), path));
  }

  private static String main(Path ref) {
    try {
      String commit = Files.isRegularFile(ref) ? Files.readString(ref).strip() : "";
      return commit.matches("[0-9a-f]{40}") ? commit : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static FileTime time(Path folder) {
    try {
      return Files.getLastModifiedTime(folder);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
