package org.inferscope.model.roofline.transformer.explain;

import java.util.Optional;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.Point;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.LayerTotals;
import org.inferscope.model.roofline.transformer.ModelTotals;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.model.roofline.transformer.Workload.Phase;
import org.inferscope.text.Texts;

/**
 * A transformer with what it is given to do, and what that is held against.
 *
 * @param spec the model
 * @param work what it is given to do
 * @param formats what its numbers are kept in
 * @param roof of the device; empty where that has no peak for the formats
 */
public record TransformerSnapshot(
    TransformerSpec spec, Workload work, Formats formats, Optional<Roof> roof) {

  /** Which work a figure is of. */
  public enum When {
    /** What is set. */
    NOW,
    /** The same sizes, reading a prompt. */
    PREFILL,
    /** The same sizes, making one token. */
    DECODE
  }

  /** The work that a figure is of. */
  public Workload work(When when) {
    return switch (when) {
      case NOW -> work;
      case PREFILL -> work.with(Phase.PREFILL);
      case DECODE -> work.with(Phase.DECODE);
    };
  }

  /** A layer at that work. */
  public LayerTotals layer(When when) {
    return new LayerTotals(spec, work(when));
  }

  /** The whole model at that work. */
  public ModelTotals model(When when) {
    return new ModelTotals(layer(when), formats);
  }

  /** A product of a layer under the roof. */
  public Point point(LayerMatmul matmul, When when) {
    return Point.planned(matmul.title(spec), layer(when).shape(matmul), formats, roof);
  }

  /** The product of the output head under the roof. */
  public Point head(When when) {
    return Point.planned(Texts.get("rooflinetransformer.head"), model(when).head(), formats, roof);
  }
}
