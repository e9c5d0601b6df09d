package org.inferscope.model.linear;

import org.inferscope.text.Texts;

/** The figures of a {@link LayerCost}, by name. */
public enum LayerQuantity {
  /** I. */
  INPUTS,
  /** O. */
  OUTPUTS,
  /** T, rows of the batch. */
  BATCH,
  /** Numbers in W: O·I. */
  WEIGHTS,
  /** Numbers in b: O. */
  BIASES,
  /** Both: O·I + O. */
  PARAMETERS,
  /** Bytes in memory that one number takes. */
  BYTES_PER_NUMBER,
  /** Bytes of W. */
  BYTES_OF_WEIGHTS,
  /** Bytes of b. */
  BYTES_OF_BIASES,
  /** Bytes of W and b. */
  BYTES,
  /** Floating-point operations for one input vector: 2·O·I. */
  FLOPS_ONE,
  /** Floating-point operations for the batch: 2·T·O·I. */
  FLOPS_BATCH,
  /** Bytes of W, b, X and Y, each moved once for the whole batch. */
  BYTES_MOVED,
  /** Those over T. */
  BYTES_PER_ROW,
  /** FLOPs per byte moved. */
  INTENSITY;

  /** Name on screen. */
  public String title() {
    return switch (this) {
      case INPUTS -> Texts.get("linearfigures.cost.inputs.name");
      case OUTPUTS -> Texts.get("linearfigures.cost.outputs.name");
      case BATCH -> Texts.get("linearfigures.cost.batch.name");
      case WEIGHTS -> Texts.get("linearfigures.cost.weights.name");
      case BIASES -> Texts.get("linearfigures.cost.biases.name");
      case PARAMETERS -> Texts.get("linearfigures.cost.parameters.name");
      case BYTES_PER_NUMBER -> Texts.get("linearfigures.cost.bytesPerNumber.name");
      case BYTES_OF_WEIGHTS -> Texts.get("linearfigures.cost.bytesOfWeights.name");
      case BYTES_OF_BIASES -> Texts.get("linearfigures.cost.bytesOfBiases.name");
      case BYTES -> Texts.get("linearfigures.cost.bytes.name");
      case FLOPS_ONE -> Texts.get("linearfigures.cost.flopsOne.name");
      case FLOPS_BATCH -> Texts.get("linearfigures.cost.flopsBatch.name");
      case BYTES_MOVED -> Texts.get("linearfigures.cost.bytesMoved.name");
      case BYTES_PER_ROW -> Texts.get("linearfigures.cost.bytesPerRow.name");
      case INTENSITY -> Texts.get("linearfigures.cost.intensity.name");
    };
  }

  /** One sentence that says what the figure is. */
  public String meaning() {
    return switch (this) {
      case INPUTS -> Texts.get("linearfigures.cost.inputs.meaning");
      case OUTPUTS -> Texts.get("linearfigures.cost.outputs.meaning");
      case BATCH -> Texts.get("linearfigures.cost.batch.meaning");
      case WEIGHTS -> Texts.get("linearfigures.cost.weights.meaning");
      case BIASES -> Texts.get("linearfigures.cost.biases.meaning");
      case PARAMETERS -> Texts.get("linearfigures.cost.parameters.meaning");
      case BYTES_PER_NUMBER -> Texts.get("linearfigures.cost.bytesPerNumber.meaning");
      case BYTES_OF_WEIGHTS -> Texts.get("linearfigures.cost.bytesOfWeights.meaning");
      case BYTES_OF_BIASES -> Texts.get("linearfigures.cost.bytesOfBiases.meaning");
      case BYTES -> Texts.get("linearfigures.cost.bytes.meaning");
      case FLOPS_ONE -> Texts.get("linearfigures.cost.flopsOne.meaning");
      case FLOPS_BATCH -> Texts.get("linearfigures.cost.flopsBatch.meaning");
      case BYTES_MOVED -> Texts.get("linearfigures.cost.bytesMoved.meaning");
      case BYTES_PER_ROW -> Texts.get("linearfigures.cost.bytesPerRow.meaning");
      case INTENSITY -> Texts.get("linearfigures.cost.intensity.meaning");
    };
  }

  /** Unit of the value, empty when it has none. */
  public String unit() {
    return switch (this) {
      case INPUTS, OUTPUTS, BATCH, WEIGHTS, BIASES, PARAMETERS -> "";
      case BYTES_PER_NUMBER, BYTES_OF_WEIGHTS, BYTES_OF_BIASES, BYTES, BYTES_MOVED, BYTES_PER_ROW ->
          Texts.get("linearfigures.unit.bytes");
      case FLOPS_ONE, FLOPS_BATCH -> Texts.get("linearfigures.unit.flops");
      case INTENSITY -> Texts.get("linearfigures.unit.flopsPerByte");
    };
  }
}
