package org.inferscope.cli.gpt2;

import org.inferscope.compute.InferscopeException;
import org.inferscope.io.gpt2.EmbeddedModel;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.io.gpt2.OpenModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model a command uses: the embedded one unless said otherwise. */
public final class ModelOption {
  @Option(names = "--model", paramLabel = "DIR", descriptionKey = "cli.gpt2.modelOption")
  private @Nullable String model;

  /** Whether one was asked for. */
  public boolean isGiven() {
    return model != null;
  }

  /** Its name or folder. */
  String id() {
    return model == null ? EmbeddedModel.ID : model;
  }

  /**
   * Opens it; the caller closes it.
   *
   * @throws InferscopeException if there is none, or it is broken
   */
  public OpenModel open(LocalModels models) {
    return models.open(id());
  }
}
