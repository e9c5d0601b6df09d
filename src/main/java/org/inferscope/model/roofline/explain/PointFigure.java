package org.inferscope.model.roofline.explain;

import org.inferscope.text.Texts;

/** The figures of a product under a roof, by name. */
public enum PointFigure {
  /** Rows of A in each product. */
  M,
  /** Columns of A, rows of B. */
  K,
  /** Columns of B. */
  N,
  /** How many products of one shape there are. */
  GROUPS,
  /** Bytes of one number of B. */
  RIGHT_BYTES,
  /** Bytes of one number of A and of C. */
  ACTIVATION_BYTES,
  /** Operations. */
  FLOPS,
  /** Bytes moved. */
  BYTES,
  /** Operations per byte. */
  INTENSITY,
  /** What the intensity comes to for ever more rows. */
  INTENSITY_LIMIT,
  /** The device's operations a second. */
  PEAK,
  /** The device's bytes a second. */
  BANDWIDTH,
  /** Operations per byte where both limits meet. */
  RIDGE,
  /** Operations a second at the roof. */
  ATTAINABLE,
  /** Milliseconds of the arithmetic at the peak. */
  COMPUTE_TIME,
  /** Milliseconds of the transfers at full bandwidth. */
  MEMORY_TIME,
  /** Milliseconds at the roof: the longer of the two. */
  ROOF_TIME,
  /** The share of the time at the roof in which arithmetic waits for memory, in percent. */
  WAITING,
  /** The median of the timed runs in milliseconds. */
  MEDIAN,
  /** Operations a second that were measured. */
  RATE,
  /** The measured rate in percent of what is attainable. */
  SHARE,
  /** The fewest rows of A with which arithmetic is the limit. */
  ROWS_NEEDED;

  /** Its name on screen. */
  public String title() {
    return switch (this) {
      case M -> Texts.get("rooflinemodel.figure.m");
      case K -> Texts.get("rooflinemodel.figure.k");
      case N -> Texts.get("rooflinemodel.figure.n");
      case GROUPS -> Texts.get("rooflinemodel.figure.groups");
      case RIGHT_BYTES -> Texts.get("rooflinemodel.figure.rightBytes");
      case ACTIVATION_BYTES -> Texts.get("rooflinemodel.figure.activationBytes");
      case FLOPS -> Texts.get("rooflinemodel.figure.flops");
      case BYTES -> Texts.get("rooflinemodel.figure.bytes");
      case INTENSITY -> Texts.get("rooflinemodel.figure.intensity");
      case INTENSITY_LIMIT -> Texts.get("rooflinemodel.figure.limit");
      case PEAK -> Texts.get("rooflinemodel.figure.peak");
      case BANDWIDTH -> Texts.get("rooflinemodel.figure.bandwidth");
      case RIDGE -> Texts.get("rooflinemodel.figure.ridge");
      case ATTAINABLE -> Texts.get("rooflinemodel.figure.attainable");
      case COMPUTE_TIME -> Texts.get("rooflinemodel.figure.computeTime");
      case MEMORY_TIME -> Texts.get("rooflinemodel.figure.memoryTime");
      case ROOF_TIME -> Texts.get("rooflinemodel.figure.roofTime");
      case WAITING -> Texts.get("rooflinemodel.figure.waiting");
      case MEDIAN -> Texts.get("rooflinemodel.figure.median");
      case RATE -> Texts.get("rooflinemodel.figure.rate");
      case SHARE -> Texts.get("rooflinemodel.figure.share");
      case ROWS_NEEDED -> Texts.get("rooflinemodel.figure.rowsNeeded");
    };
  }

  /** One sentence that says what it is. */
  public String meaning() {
    return switch (this) {
      case M -> Texts.get("rooflinemodel.figure.m.meaning");
      case K -> Texts.get("rooflinemodel.figure.k.meaning");
      case N -> Texts.get("rooflinemodel.figure.n.meaning");
      case GROUPS -> Texts.get("rooflinemodel.figure.groups.meaning");
      case RIGHT_BYTES -> Texts.get("rooflinemodel.figure.rightBytes.meaning");
      case ACTIVATION_BYTES -> Texts.get("rooflinemodel.figure.activationBytes.meaning");
      case FLOPS -> Texts.get("rooflinemodel.figure.flops.meaning");
      case BYTES -> Texts.get("rooflinemodel.figure.bytes.meaning");
      case INTENSITY -> Texts.get("rooflinemodel.figure.intensity.meaning");
      case INTENSITY_LIMIT -> Texts.get("rooflinemodel.figure.limit.meaning");
      case PEAK -> Texts.get("rooflinemodel.figure.peak.meaning");
      case BANDWIDTH -> Texts.get("rooflinemodel.figure.bandwidth.meaning");
      case RIDGE -> Texts.get("rooflinemodel.figure.ridge.meaning");
      case ATTAINABLE -> Texts.get("rooflinemodel.figure.attainable.meaning");
      case COMPUTE_TIME -> Texts.get("rooflinemodel.figure.computeTime.meaning");
      case MEMORY_TIME -> Texts.get("rooflinemodel.figure.memoryTime.meaning");
      case ROOF_TIME -> Texts.get("rooflinemodel.figure.roofTime.meaning");
      case WAITING -> Texts.get("rooflinemodel.figure.waiting.meaning");
      case MEDIAN -> Texts.get("rooflinemodel.figure.median.meaning");
      case RATE -> Texts.get("rooflinemodel.figure.rate.meaning");
      case SHARE -> Texts.get("rooflinemodel.figure.share.meaning");
      case ROWS_NEEDED -> Texts.get("rooflinemodel.figure.rowsNeeded.meaning");
    };
  }

  /** The unit of {@link PointValues#value}. */
  public String unit() {
    return switch (this) {
      case M, K, N, GROUPS, ROWS_NEEDED -> "";
      case RIGHT_BYTES, ACTIVATION_BYTES, BYTES -> Texts.get("rooflinemodel.unit.bytes");
      case FLOPS -> Texts.get("rooflinemodel.unit.flops");
      case INTENSITY, INTENSITY_LIMIT, RIDGE -> Texts.get("rooflinemodel.unit.perByte");
      case PEAK, ATTAINABLE, RATE -> Texts.get("rooflinemodel.unit.flopsPerSecond");
      case BANDWIDTH -> Texts.get("rooflinemodel.unit.bytesPerSecond");
      case COMPUTE_TIME, MEMORY_TIME, ROOF_TIME, MEDIAN -> Texts.get("rooflinemodel.unit.millis");
      case WAITING, SHARE -> Texts.get("rooflinemodel.unit.percent");
    };
  }
}
