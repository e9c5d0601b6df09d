package org.inferscope.model.matmul;

import org.inferscope.text.Texts;

/** Matrices to start from. Parameters are in {@link PresetRequest}. */
public enum MatmulPreset {
  /** The notebook's 2×3 and 3×2. */
  NOTEBOOK("notebook"),
  /** The identity leaves B as it is. */
  IDENTITY("identity"),
  /** A rotation of points in the plane. */
  ROTATION("rotation"),
  /** A column times a row: K = 1. */
  OUTER_PRODUCT("outer"),
  /** A row times a column: one number. */
  ROW_TIMES_COLUMN("dot"),
  /** Whole numbers from −9 to 9. */
  RANDOM_INTEGERS("integers"),
  /** Normally distributed numbers, those of NumPy for the same seed. */
  RANDOM_NORMAL("normal"),
  /** A batch of inputs through a weight matrix, X·Wᵀ. */
  BATCH("batch");

  private final String id;

  MatmulPreset(String id) {
    this.id = id;
  }

  /** Stable name, for lesson files. */
  public String id() {
    return id;
  }

  /** Whether another seed gives other numbers. */
  public boolean isRandom() {
    return this == RANDOM_INTEGERS || this == RANDOM_NORMAL;
  }

  /** Whether an angle plays a role. */
  public boolean hasAngle() {
    return this == ROTATION;
  }

  /** Name on screen. */
  public String title() {
    return switch (this) {
      case NOTEBOOK -> Texts.get("matmulmodel.preset.notebook.name");
      case IDENTITY -> Texts.get("matmulmodel.preset.identity.name");
      case ROTATION -> Texts.get("matmulmodel.preset.rotation.name");
      case OUTER_PRODUCT -> Texts.get("matmulmodel.preset.outer.name");
      case ROW_TIMES_COLUMN -> Texts.get("matmulmodel.preset.dot.name");
      case RANDOM_INTEGERS -> Texts.get("matmulmodel.preset.integers.name");
      case RANDOM_NORMAL -> Texts.get("matmulmodel.preset.normal.name");
      case BATCH -> Texts.get("matmulmodel.preset.batch.name");
    };
  }

  /** One sentence: what there is to see. */
  public String meaning() {
    return switch (this) {
      case NOTEBOOK -> Texts.get("matmulmodel.preset.notebook.meaning");
      case IDENTITY -> Texts.get("matmulmodel.preset.identity.meaning");
      case ROTATION -> Texts.get("matmulmodel.preset.rotation.meaning");
      case OUTER_PRODUCT -> Texts.get("matmulmodel.preset.outer.meaning");
      case ROW_TIMES_COLUMN -> Texts.get("matmulmodel.preset.dot.meaning");
      case RANDOM_INTEGERS -> Texts.get("matmulmodel.preset.integers.meaning");
      case RANDOM_NORMAL -> Texts.get("matmulmodel.preset.normal.meaning");
      case BATCH -> Texts.get("matmulmodel.preset.batch.meaning");
    };
  }
}
