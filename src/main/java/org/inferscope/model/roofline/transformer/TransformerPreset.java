package org.inferscope.model.roofline.transformer;

import java.util.Objects;

/**
 * A published transformer.
 *
 * @param id stable name
 * @param name name on screen
 * @param year when it was published
 * @param spec its sizes
 * @param parameters how many learned numbers its publishers count, biases and norms among them
 * @param context the most tokens of a sequence that it was made for
 * @param sources where all this was read
 */
public record TransformerPreset(
    String id,
    String name,
    int year,
    TransformerSpec spec,
    double parameters,
    int context,
    String sources) {
  /** The id of the one that is the notebook's. */
  public static final String NOTEBOOK = "llama-7b-notebook";

  /** Refuses nulls. */
  public TransformerPreset {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(sources, "sources");
  }

  /** Whether it stands for the notebook's layer, with the notebook's prompt. */
  public boolean isNotebook() {
    return id.equals(NOTEBOOK);
  }
}
