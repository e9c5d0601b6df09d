package org.inferscope.model.roofline;

import java.util.OptionalLong;

/** What would have to change for a product to reach the flat part of a roof. */
public final class WhatIf {
  private WhatIf() {}

  /**
   * The fewest rows of A (the batch, or the tokens of a prompt) with which a product with weights
   * [K, N] is no longer held up by memory: from {@code 2·M·K·N / (w·K·N + a·M·(K + N)) ≥ ridge}, w
   * and a the bytes of a weight and of an activation. Empty where no number of rows suffices, since
   * activations alone ask for more than the bandwidth.
   *
   * @param shape whose K, N and kind of B are taken
   * @param ridge operations per byte at the ridge point
   */
  public static OptionalLong rowsToBeComputeBound(
      MatmulShape shape, Formats formats, double ridge) {
    double kn = shape.k() * shape.n();
    double room = 2 * kn - ridge * formats.activations().bytes() * (shape.k() + shape.n());
    if (room <= 0) {
      return OptionalLong.empty();
    }
    double rows = ridge * shape.bytesOfRight(formats) * kn / room;
    long least = Math.max(1, (long) Math.ceil(rows));
    // The quotient is rounded: the whole number beside it may do, or just not do.
    while (least > 1 && suffices(shape, formats, ridge, least - 1)) {
      least--;
    }
    while (!suffices(shape, formats, ridge, least)) {
      least++;
    }
    return OptionalLong.of(least);
  }

  private static boolean suffices(MatmulShape shape, Formats formats, double ridge, long rows) {
    return shape.withRows((double) rows).intensity(formats) >= ridge;
  }
}
