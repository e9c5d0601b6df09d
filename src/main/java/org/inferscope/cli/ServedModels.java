package org.inferscope.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.gpt2.EmbeddedModel;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.io.gpt2.OpenModel;
import org.inferscope.text.Texts;

/**
 * The models that a server's clients may open: the embedded one, and those in one folder. A client
 * names them by their place in it; nothing outside can be reached, nor found out about.
 */
final class ServedModels {
  private ServedModels() {}

  /** Opens them for clients; without a folder only the embedded one. */
  static Function<String, OpenModel> of(LocalModels models, Optional<Path> folder) {
    return name -> {
      if (name.equals(EmbeddedModel.ID)) {
        return models.open(name);
      }
      return models.open(
          folder
              .flatMap(root -> inside(root, name))
              .orElseThrow(() -> new InferscopeException(Texts.get("cli.serve.noModel", name)))
              .toString());
    };
  }

  /** A folder below another, links followed; empty if it is not there or not below. */
  private static Optional<Path> inside(Path root, String name) {
    try {
      Path top = root.toRealPath();
      Path place = top.resolve(name).toRealPath();
      return place.startsWith(top) && !place.equals(top) ? Optional.of(place) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
