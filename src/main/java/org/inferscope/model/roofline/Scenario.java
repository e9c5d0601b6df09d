package org.inferscope.model.roofline;

import org.inferscope.text.Texts;

/** The notebook's five situations: so many rows times one 4096×4096 weight matrix. */
public enum Scenario {
  /** One sequence, one token. */
  SINGLE(1),
  /** A few sequences decoded together. */
  SMALL_BATCH(8),
  /** Many sequences decoded together. */
  LARGE_BATCH(64),
  /** A prompt of 512 tokens. */
  PREFILL_512(512),
  /** A prompt of 2048 tokens. */
  PREFILL_2048(2048);

  /** Rows and columns of the weights. */
  public static final int SIDE = 4096;

  private final int rows;

  Scenario(int rows) {
    this.rows = rows;
  }

  /** Rows of A. */
  public int rows() {
    return rows;
  }

  /** [M, 4096] x [4096, 4096]. */
  public MatmulShape shape() {
    return MatmulShape.of(rows, SIDE, SIDE);
  }

  /** Its name on screen. */
  public String title() {
    return switch (this) {
      case SINGLE -> Texts.get("rooflinemodel.scenario.single");
      case SMALL_BATCH -> Texts.get("rooflinemodel.scenario.small");
      case LARGE_BATCH -> Texts.get("rooflinemodel.scenario.large");
      case PREFILL_512 -> Texts.get("rooflinemodel.scenario.prefill512");
      case PREFILL_2048 -> Texts.get("rooflinemodel.scenario.prefill2048");
    };
  }
}
