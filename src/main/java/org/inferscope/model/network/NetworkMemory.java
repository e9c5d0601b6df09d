package org.inferscope.model.network;

import org.inferscope.compute.InferscopeException;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * What a network takes while it is on screen, before anything is made: its weights here and once
 * more on the device, and the numbers of every column for all inputs, with room to compute them.
 *
 * @param weights bytes of all weights and biases, in float32
 * @param activations bytes of all columns for all inputs, in float32
 */
public record NetworkMemory(double weights, double activations) {

  /** The memory of a plan with T inputs. */
  public static NetworkMemory of(NetworkPlan plan, int batch) {
    double units = 0;
    for (int width : plan.widths()) {
      units += width;
    }
    return new NetworkMemory((double) Float.BYTES * plan.parameters(), Float.BYTES * units * batch);
  }

  /** Bytes of this program's own memory, the Java heap; numbers on the device are outside it. */
  public double heap() {
    return weights + 2 * activations;
  }

  /**
   * Refuses what cannot fit.
   *
   * @param free bytes of heap that could still be used
   * @throws InferscopeException with both numbers
   */
  public void require(double free) {
    if (heap() > free) {
      throw new InferscopeException(
          Texts.get("networkmodel.memory", Numbers.bytes(heap()), Numbers.bytes(free)));
    }
  }
}
