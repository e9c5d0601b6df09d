package org.inferscope.compute.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.inferscope.compute.InferscopeException;
import org.inferscope.tensor.Args;
import org.inferscope.text.Texts;

/**
 * The widths of a multilayer perceptron: of its input and of each layer. Immutable, any thread.
 *
 * @param widths at least two, each at least 1
 */
public record MlpDims(List<Integer> widths) {
  /** The notebook's network for batching. */
  public static final MlpDims NOTEBOOK = new MlpDims(List.of(512, 1024, 1024, 256));

  /** The most numbers a weight matrix can have here: the longest Java array. */
  private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8;

  private static final int MOST_DIGITS = 18;

  /** Refuses fewer than two widths, widths below 1, and weights that no array can hold. */
  public MlpDims {
    widths = List.copyOf(widths);
    Args.require(widths.size() >= 2, "widths.size()", widths.size(), "2 or more");
    long before = 0;
    for (int width : widths) {
      Args.positive(width, "width");
      Args.require(
          before * width <= MOST_NUMBERS, "weights", before * width, "at most " + MOST_NUMBERS);
      before = width;
    }
  }

  /**
   * Reads {@code 512,1024,256}.
   *
   * @throws InferscopeException if the text is no list of widths, or its weights cannot exist
   */
  public static MlpDims parse(String text) {
    List<Integer> widths = new ArrayList<>();
    long before = 0;
    for (String part : text.split(",", -1)) {
      long width = width(part.strip(), text);
      if (before * width > MOST_NUMBERS) {
        throw new InferscopeException(Texts.get("compute.dims.huge", text.strip()));
      }
      widths.add((int) width);
      before = width;
    }
    if (widths.size() < 2) {
      throw new InferscopeException(Texts.get("compute.dims.few", text.strip()));
    }
    return new MlpDims(widths);
  }

  private static long width(String part, String text) {
    if (!part.matches("[0-9]{1," + MOST_DIGITS + "}")) {
      throw new InferscopeException(Texts.get("compute.dims.bad", text.strip()));
    }
    long width = Long.parseLong(part);
    if (width == 0) {
      throw new InferscopeException(Texts.get("compute.dims.zero", text.strip()));
    }
    if (width > MOST_NUMBERS) {
      throw new InferscopeException(Texts.get("compute.dims.huge", text.strip()));
    }
    return width;
  }

  /** How many layers. */
  public int depth() {
    return widths.size() - 1;
  }

  /** I of layer l, from 0. */
  public int inputs(int l) {
    return widths.get(l);
  }

  /** O of layer l, from 0. */
  public int outputs(int l) {
    return widths.get(l + 1);
  }

  /** How many weights, biases not counted. */
  public double weights() {
    double sum = 0;
    for (int l = 0; l < depth(); l++) {
      sum += (double) inputs(l) * outputs(l);
    }
    return sum;
  }

  /**
   * Operations for one input by the usual count: 2·I·O a layer, one multiply and one add for each
   * weight. Biases and activations are not counted.
   */
  public double flops() {
    return 2 * weights();
  }

  /**
   * Bytes of memory that measuring takes: weights and biases, every column for all inputs, and a
   * copy of the largest of them on its way to the device.
   */
  public double memory(int inputs) {
    double numbers = weights();
    double largest = (double) inputs * widths.get(0);
    for (int l = 0; l < depth(); l++) {
      numbers += outputs(l);
      largest = Math.max(largest, (double) inputs(l) * outputs(l));
    }
    for (int width : widths) {
      numbers += (double) inputs * width;
    }
    return Float.BYTES * (numbers + largest);
  }

  /** {@code 512,1024,256}. */
  @Override
  public String toString() {
    return widths.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
