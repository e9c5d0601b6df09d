package org.inferscope.tab;

import java.util.Objects;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.tensor.DType;
import org.inferscope.ui.navigate.Intent;

/**
 * Take a transformer's layer apart: its products, and what they cost on a device. The Roofline tab
 * takes it, in its view of a layer.
 *
 * @param spec the sizes of the model
 * @param work what it is given to do
 * @param format what all numbers are kept in
 */
public record TransformerIntent(TransformerSpec spec, Workload work, DType format)
    implements Intent {
  /** Refuses nulls. */
  public TransformerIntent {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(work, "work");
    Objects.requireNonNull(format, "format");
  }
}
