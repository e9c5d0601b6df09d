package org.inferscope.model.network.explain;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.linear.LayerCost;
import org.inferscope.model.linear.LayerQuantity;
import org.inferscope.model.network.LayerPlan;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.StateNames;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;

/**
 * The notebook's table of parameters, and what a network takes in memory and costs to run, counted
 * exactly. Needs the plan only, not the weights. Immutable, any thread.
 *
 * <p>A layer's figures are those of {@link LayerCost}; activations are not counted as operations,
 * as is the custom. Those of the whole network are the layers' added up: between two layers,
 * numbers are written by one and read by the next.
 *
 * @param plan the network
 * @param batch T, inputs that run together, 1 or more
 */
public record NetworkFigures(NetworkPlan plan, int batch) {
  /** Stands for the whole network where a layer is asked for. */
  public static final int WHOLE = -1;

  private static final double KILO = 1024;

  /** Refuses no inputs. */
  public NetworkFigures {
    Args.positive(batch, "batch");
  }

  /**
   * A row of the notebook's table.
   *
   * @param name as {@code state_dict} has it: "network.0.weight"
   * @param shape as Python writes it: "[16, 8]"
   * @param l the layer it belongs to
   * @param quantity {@link NetworkQuantity#WEIGHTS} or {@link NetworkQuantity#BIASES}: its count
   */
  public record Tensor(String name, String shape, int l, NetworkQuantity quantity) {}

  /** The table's rows: each layer's weights, then its biases. */
  public List<Tensor> tensors() {
    StateNames names = StateNames.of(plan.layers().stream().map(LayerPlan::activation).toList());
    List<Tensor> rows = new ArrayList<>();
    for (int l = 0; l < plan.depth(); l++) {
      int in = plan.width(l);
      int out = plan.width(l + 1);
      String shape = "[" + out + ", " + in + "]";
      rows.add(new Tensor(names.weight(l), shape, l, NetworkQuantity.WEIGHTS));
      rows.add(new Tensor(names.bias(l), "[" + out + "]", l, NetworkQuantity.BIASES));
    }
    return List.copyOf(rows);
  }

  /** Whether there is such a figure. */
  public boolean has(int l, NetworkQuantity quantity) {
    return l == WHOLE ? quantity.isOfWhole() : l >= 0 && l < plan.depth();
  }

  /** What layer l costs. */
  LayerCost cost(int l, DType dtype) {
    return new LayerCost(plan.width(l), plan.width(l + 1), batch, dtype);
  }

  /**
   * A figure of layer l, or of the {@link #WHOLE}, in its base unit: numbers, bytes, KB, FLOPs.
   *
   * @throws IllegalArgumentException for a figure that the whole network has none of
   */
  public double value(int l, NetworkQuantity quantity, DType dtype) {
    Args.require(has(l, quantity), "quantity", quantity + " of " + l, "a figure of this network");
    return switch (quantity) {
      case KILOBYTES -> value(l, NetworkQuantity.BYTES, dtype) / KILO;
      case BATCH -> batch;
      case BYTES_PER_NUMBER -> dtype.bytes();
      case INTENSITY ->
          value(l, NetworkQuantity.FLOPS_BATCH, dtype)
              / value(l, NetworkQuantity.BYTES_MOVED, dtype);
      default -> l == WHOLE ? sum(quantity, dtype) : ofLayer(l, quantity, dtype);
    };
  }

  private double sum(NetworkQuantity quantity, DType dtype) {
    double sum = 0;
    for (int l = 0; l < plan.depth(); l++) {
      sum += ofLayer(l, quantity, dtype);
    }
    return sum;
  }

  private double ofLayer(int l, NetworkQuantity quantity, DType dtype) {
    LayerQuantity same = quantity.ofLayer().orElseThrow();
    return cost(l, dtype).value(same);
  }

  /** A figure as shown: counts in full ("3,072"), KB with two decimals as the notebook has them. */
  public String text(int l, NetworkQuantity quantity, DType dtype) {
    double value = value(l, quantity, dtype);
    return switch (quantity) {
      case KILOBYTES -> Numbers.fixed(value, 2);
      case BYTES_PER_NUMBER -> Numbers.cell(value);
      case INTENSITY -> Numbers.significant(value);
      default -> Numbers.count((long) value);
    };
  }
}
