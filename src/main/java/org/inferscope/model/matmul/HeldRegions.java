package org.inferscope.model.matmul;

/** Fast memory that holds a rectangle of each matrix. */
record HeldRegions(Region a, Region b, Region c, int capacity) implements FastMemory {
  /** Fast memory of that capacity with nothing in it. */
  static HeldRegions empty(int capacity) {
    return new HeldRegions(Region.NONE, Region.NONE, Region.NONE, capacity);
  }

  @Override
  public boolean holdsA(int i, int k) {
    return a.contains(i, k);
  }

  @Override
  public boolean holdsB(int k, int j) {
    return b.contains(k, j);
  }

  @Override
  public boolean holdsC(int i, int j) {
    return c.contains(i, j);
  }

  @Override
  public int used() {
    return a.cells() + b.cells() + c.cells();
  }
}
