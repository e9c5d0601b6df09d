package org.inferscope.model.matmul;

import org.inferscope.text.Texts;

/** The figures of a {@link MatmulCost}, by name. */
public enum Quantity {
  /** Rows of A and C. */
  M,
  /** Columns of A, rows of B. */
  K,
  /** Columns of B and C. */
  N,
  /** Products. */
  MULTIPLIES,
  /** Sums. */
  ADDS,
  /** Both by the usual convention, 2·M·N·K. */
  FLOPS,
  /** Bytes in memory that one number takes. */
  BYTES_PER_NUMBER,
  /** Bytes of A, B and C, each moved once. */
  BYTES,
  /** FLOPs per byte. */
  INTENSITY,
  /** The device's dense peak, FLOP a second. */
  PEAK,
  /** The device's memory bandwidth, bytes a second. */
  BANDWIDTH,
  /** Seconds that the arithmetic takes at the peak. */
  COMPUTE_TIME,
  /** Seconds that moving the bytes takes at full bandwidth. */
  MEMORY_TIME,
  /** Intensity at which both times are equal: peak over bandwidth. */
  RIDGE_POINT;

  /** Name on screen. */
  public String title() {
    return switch (this) {
      case M -> Texts.get("matmulmodel.flop.m.name");
      case K -> Texts.get("matmulmodel.flop.k.name");
      case N -> Texts.get("matmulmodel.flop.n.name");
      case MULTIPLIES -> Texts.get("matmulmodel.flop.multiplies.name");
      case ADDS -> Texts.get("matmulmodel.flop.adds.name");
      case FLOPS -> Texts.get("matmulmodel.flop.flops.name");
      case BYTES_PER_NUMBER -> Texts.get("matmulmodel.flop.bytesPerNumber.name");
      case BYTES -> Texts.get("matmulmodel.flop.bytes.name");
      case INTENSITY -> Texts.get("matmulmodel.flop.intensity.name");
      case PEAK -> Texts.get("matmulmodel.flop.peak.name");
      case BANDWIDTH -> Texts.get("matmulmodel.flop.bandwidth.name");
      case COMPUTE_TIME -> Texts.get("matmulmodel.flop.computeTime.name");
      case MEMORY_TIME -> Texts.get("matmulmodel.flop.memoryTime.name");
      case RIDGE_POINT -> Texts.get("matmulmodel.flop.ridgePoint.name");
    };
  }

  /** One sentence that says what the figure is. */
  public String meaning() {
    return switch (this) {
      case M -> Texts.get("matmulmodel.flop.m.meaning");
      case K -> Texts.get("matmulmodel.flop.k.meaning");
      case N -> Texts.get("matmulmodel.flop.n.meaning");
      case MULTIPLIES -> Texts.get("matmulmodel.flop.multiplies.meaning");
      case ADDS -> Texts.get("matmulmodel.flop.adds.meaning");
      case FLOPS -> Texts.get("matmulmodel.flop.flops.meaning");
      case BYTES_PER_NUMBER -> Texts.get("matmulmodel.flop.bytesPerNumber.meaning");
      case BYTES -> Texts.get("matmulmodel.flop.bytes.meaning");
      case INTENSITY -> Texts.get("matmulmodel.flop.intensity.meaning");
      case PEAK -> Texts.get("matmulmodel.flop.peak.meaning");
      case BANDWIDTH -> Texts.get("matmulmodel.flop.bandwidth.meaning");
      case COMPUTE_TIME -> Texts.get("matmulmodel.flop.computeTime.meaning");
      case MEMORY_TIME -> Texts.get("matmulmodel.flop.memoryTime.meaning");
      case RIDGE_POINT -> Texts.get("matmulmodel.flop.ridgePoint.meaning");
    };
  }
}
