package org.inferscope.io.gpt2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.UserFolders;
import org.inferscope.io.gpt2.FoundModel.Origin;
import org.inferscope.text.Texts;

/** The models that this machine has. */
public final class LocalModels {
  /** A folder as deep as a hub's name: owner, model. */
  private static final int DEEPEST = 2;

  private final UserFolders folders;
  private final Supplier<List<FoundModel>> hub;
  private final Tokenizers tokenizers;

  /**
   * Those of a user.
   *
   * @param hub tells which models the hub's own tools have left
   * @param tokenizers opens tokenizers
   */
  public LocalModels(UserFolders folders, Supplier<List<FoundModel>> hub, Tokenizers tokenizers) {
    this.folders = folders;
    this.hub = hub;
    this.tokenizers = tokenizers;
  }

  /** The user's own folder of models. */
  public Path folder() {
    return folders.data().resolve("models");
  }

  /**
   * All of them: the embedded one, the user's by name, the hub's. A folder counts if it has weights
   * and its config is a GPT-2's; whether they fit is found when it is opened.
   */
  public List<FoundModel> find() {
    List<FoundModel> found = new ArrayList<>();
    found.add(new FoundModel(EmbeddedModel.ID, EmbeddedModel.folder(folders), Origin.EMBEDDED));
    addBelow(folder(), found);
    found.addAll(hub.get());
    return List.copyOf(found);
  }

  private static void addBelow(Path root, List<FoundModel> found) {
    try (Stream<Path> inside = Files.isDirectory(root) ? Files.walk(root, DEEPEST) : Stream.of()) {
      inside
          .filter(folder -> !folder.equals(root) && isModel(folder))
          .sorted()
          .map(folder -> new FoundModel(id(root, folder), folder, Origin.OWN))
          .forEach(found::add);
    } catch (IOException e) {
      throw new InferscopeException(
          Texts.get("gpt2files.noList", root.toString(), String.valueOf(e.getMessage())), e);
    }
  }

  /** With the hub's slash, whatever this system has between folders. */
  private static String id(Path root, Path folder) {
    return StreamSupport.stream(root.relativize(folder).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static boolean isModel(Path folder) {
    if (!Files.exists(folder.resolve(WeightFiles.NAME))
        && !Files.exists(folder.resolve(ShardIndex.NAME))) {
      return false;
    }
    try {
      ConfigFile.read(folder);
      return true;
    } catch (InferscopeException e) { // Another kind of model, or a download under way.
      return false;
    }
  }

  /**
   * Opens a model.
   *
   * @param idOrFolder a found one's name, with or without its owner, or the path of a folder
   * @throws InferscopeException if there is none, telling which there are, or it cannot be opened
   */
  public OpenModel open(String idOrFolder) {
    List<FoundModel> found = find();
    Optional<FoundModel> model = named(found, idOrFolder);
    if (model.isPresent()) {
      return open(model.get());
    }
    Path folder = path(idOrFolder);
    if (Files.exists(folder)) {
      return ModelFolder.open(folder, nameOf(folder), tokenizers);
    }
    String ids = found.stream().map(FoundModel::id).collect(Collectors.joining(", "));
    throw new InferscopeException(Texts.get("gpt2files.noModel", idOrFolder, ids));
  }

  /** Opens a found one. */
  public OpenModel open(FoundModel model) {
    return model.origin() == Origin.EMBEDDED
        ? EmbeddedModel.open(folders, tokenizers)
        : ModelFolder.open(model.folder(), model.id(), tokenizers);
  }

  private static Optional<FoundModel> named(List<FoundModel> found, String id) {
    return found.stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .or(() -> found.stream().filter(model -> model.id().endsWith("/" + id)).findFirst());
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InferscopeException(Texts.get("gpt2files.noPath", text), e);
    }
  }

  private static String nameOf(Path folder) {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }
}
