package org.inferscope.model.gpt2.weights;

import org.inferscope.tensor.Args;

/** A rectangle of texels. Immutable, any thread. */
public final class Texels {
  private final int width;
  private final int height;
  private final float[] values;

  /** Takes over the array: rows of {@code width} values. */
  Texels(int width, int height, float[] values) {
    Args.sameLength(values.length, "values", width * height, "width × height");
    this.width = width;
    this.height = height;
    this.values = values;
  }

  /** Texels beside each other. */
  public int width() {
    return width;
  }

  /** Texels below each other. */
  public int height() {
    return height;
  }

  /** The value of a texel. */
  public float get(int x, int y) {
    return values[Args.index(y, height, "y") * width + Args.index(x, width, "x")];
  }

  /** All values, row after row, to be read only: as many as a picture has pixels. */
  public float at(int index) {
    return values[index];
  }
}
