package org.inferscope.model.matmul;

import org.inferscope.text.Texts;

/** Six orders in which the same M·N·K multiply-adds can be done. */
public enum Algorithm {
  /** One output element after another: ijk. */
  DOT("ijk"),
  /** A row of C as a combination of rows of B: ikj. */
  ROW("ikj"),
  /** A column of C as a combination of columns of A: jki. */
  COLUMN("jki"),
  /** C as a sum of outer products: kij. */
  OUTER("kij"),
  /** Products of tiles that fit into a fast memory. */
  TILED("tiled"),
  /** A grid of multiply-add cells that hand values on to their neighbours. */
  SYSTOLIC("systolic");

  private final String id;

  Algorithm(String id) {
    this.id = id;
  }

  /** The loop order, or a word where there is none; used in lesson files. */
  public String id() {
    return id;
  }

  /** Name on screen, "Dot product". */
  public String title() {
    return switch (this) {
      case DOT -> Texts.get("matmulmodel.algorithm.dot.name");
      case ROW -> Texts.get("matmulmodel.algorithm.row.name");
      case COLUMN -> Texts.get("matmulmodel.algorithm.column.name");
      case OUTER -> Texts.get("matmulmodel.algorithm.outer.name");
      case TILED -> Texts.get("matmulmodel.algorithm.tiled.name");
      case SYSTOLIC -> Texts.get("matmulmodel.algorithm.systolic.name");
    };
  }

  /** One sentence: how C is looked at. */
  public String meaning() {
    return switch (this) {
      case DOT -> Texts.get("matmulmodel.algorithm.dot.meaning");
      case ROW -> Texts.get("matmulmodel.algorithm.row.meaning");
      case COLUMN -> Texts.get("matmulmodel.algorithm.column.meaning");
      case OUTER -> Texts.get("matmulmodel.algorithm.outer.meaning");
      case TILED -> Texts.get("matmulmodel.algorithm.tiled.meaning");
      case SYSTOLIC -> Texts.get("matmulmodel.algorithm.systolic.meaning");
    };
  }

  /** What one step at {@link Grain#ELEMENT} is: "output element", "row update". */
  public String groupName() {
    return switch (this) {
      case DOT -> Texts.get("matmulmodel.algorithm.dot.group");
      case ROW -> Texts.get("matmulmodel.algorithm.row.group");
      case COLUMN -> Texts.get("matmulmodel.algorithm.column.group");
      case OUTER -> Texts.get("matmulmodel.algorithm.outer.group");
      case TILED -> Texts.get("matmulmodel.algorithm.tiled.group");
      case SYSTOLIC -> Texts.get("matmulmodel.algorithm.systolic.group");
    };
  }

  /** One or two sentences: what is kept close, so what the counters count. */
  public String memoryModel() {
    return switch (this) {
      case DOT -> Texts.get("matmulmodel.algorithm.dot.memory");
      case ROW -> Texts.get("matmulmodel.algorithm.row.memory");
      case COLUMN -> Texts.get("matmulmodel.algorithm.column.memory");
      case OUTER -> Texts.get("matmulmodel.algorithm.outer.memory");
      case TILED -> Texts.get("matmulmodel.algorithm.tiled.memory");
      case SYSTOLIC -> Texts.get("matmulmodel.algorithm.systolic.memory");
    };
  }
}
