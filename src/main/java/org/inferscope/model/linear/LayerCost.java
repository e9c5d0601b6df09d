package org.inferscope.model.linear;

import java.util.Objects;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * What a linear layer takes in memory and costs to compute in one number format, counted exactly.
 * Immutable; any thread.
 *
 * <p>Each of the T·O outputs takes I multiplies, I − 1 adds for their sum and one add for the bias:
 * 2·T·O·I floating-point operations. W and b are read once for the whole batch, X is read and Y is
 * written once: the least that can be moved. Where numbers are smaller than a byte, the last byte
 * is filled up.
 *
 * @param inputs I, 1 or more
 * @param outputs O, 1 or more
 * @param batch T, rows of the batch, 1 or more
 * @param dtype number format of W, b, X and Y
 */
public record LayerCost(int inputs, int outputs, int batch, DType dtype) {
  /** Checks the sizes. */
  public LayerCost {
    Args.positive(inputs, "inputs");
    Args.positive(outputs, "outputs");
    Args.positive(batch, "batch");
    Objects.requireNonNull(dtype, "dtype");
  }

  /** What a layer costs for a batch of this many rows. */
  public static LayerCost of(LinearLayer layer, int batch, DType dtype) {
    return new LayerCost(layer.inputs(), layer.outputs(), batch, dtype);
  }

  /** The value of a figure in its base unit: numbers, bytes, FLOPs, or their quotients. */
  public double value(LayerQuantity quantity) {
    return switch (quantity) {
      case INPUTS -> inputs;
      case OUTPUTS -> outputs;
      case BATCH -> batch;
      case WEIGHTS, BIASES, PARAMETERS -> numbers(quantity);
      case BYTES_PER_NUMBER -> dtype.bytes();
      case BYTES_OF_WEIGHTS, BYTES_OF_BIASES, BYTES, BYTES_MOVED -> dtype.bytes(numbers(quantity));
      case FLOPS_ONE -> 2.0 * weights();
      case FLOPS_BATCH -> 2.0 * batch * weights();
      case BYTES_PER_ROW -> value(LayerQuantity.BYTES_MOVED) / batch;
      case INTENSITY -> value(LayerQuantity.FLOPS_BATCH) / value(LayerQuantity.BYTES_MOVED);
    };
  }

  /**
   * How many numbers a figure counts or takes bytes for; for {@link LayerQuantity#BYTES_PER_ROW},
   * those of all rows.
   *
   * @throws IllegalArgumentException for a figure that is not about a number of numbers
   */
  long numbers(LayerQuantity quantity) {
    return switch (quantity) {
      case WEIGHTS, BYTES_OF_WEIGHTS -> weights();
      case BIASES, BYTES_OF_BIASES -> outputs;
      case PARAMETERS, BYTES -> weights() + outputs;
      case BYTES_MOVED, BYTES_PER_ROW -> weights() + outputs + (long) batch * (inputs + outputs);
      default -> throw new IllegalArgumentException(quantity + " is not about many numbers");
    };
  }

  /** Whether a figure's bytes are more than its numbers need, since the last one is filled up. */
  boolean isLastByteFilledUp(LayerQuantity quantity) {
    long numbers = numbers(quantity);
    return dtype.bytes(numbers) > numbers * dtype.bytes();
  }

  private long weights() {
    return (long) outputs * inputs;
  }

  /**
   * A figure as shown: counts in full ("3,072"), the bytes of a row of the batch in four digits
   * unless they are whole ("29.88"), the intensity with its unit.
   */
  public String text(LayerQuantity quantity) {
    double value = value(quantity);
    return switch (quantity) {
      case BYTES_PER_NUMBER, BYTES_PER_ROW -> Numbers.cell(value);
      case INTENSITY -> Texts.get("linearfigures.cost.perByte", Numbers.significant(value));
      default -> Numbers.count((long) value);
    };
  }
}
