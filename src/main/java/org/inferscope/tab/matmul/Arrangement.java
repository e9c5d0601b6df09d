package org.inferscope.tab.matmul;

/** How the three matrices lie on the stage. */
enum Arrangement {
  /** Whichever lets the numbers be larger. */
  AUTO("auto"),
  /** A × B = C in one line, as it is written. */
  SIDE_BY_SIDE("side"),
  /** B above C and A left of it, so that every row and column runs straight into its element. */
  ALIGNED("aligned");

  private final String id;

  Arrangement(String id) {
    this.id = id;
  }

  /** The name in lesson files. */
  String id() {
    return id;
  }
}
