package org.inferscope.model.matmul;

import org.inferscope.tensor.Numbers;

/** Formulae that the counters end at. T is the side of a tile, ⌈ ⌉ rounds up. */
enum ClosedForm {
  ZERO("0"),
  ALL("M·N·K"),
  ALL_BUT_FIRST("M·N·(K \u2212 1)"),
  SIZE_A("M·K"),
  SIZE_B("K·N"),
  SIZE_C("M·N"),
  A_PER_TILE_COLUMN("M·K·⌈N/T⌉"),
  B_PER_TILE_ROW("K·N·⌈M/T⌉");

  private final String symbols;

  ClosedForm(String symbols) {
    this.symbols = symbols;
  }

  /** What a counter ends at. */
  static ClosedForm of(Algorithm algorithm, Counter counter) {
    return switch (counter) {
      case MULTIPLIES -> ALL;
      case ADDS -> ALL_BUT_FIRST;
      case READS_A -> readsA(algorithm);
      case READS_B -> readsB(algorithm);
      case READS_C -> keepsC(algorithm) ? ZERO : ALL_BUT_FIRST;
      case WRITES_C -> keepsC(algorithm) ? SIZE_C : ALL;
    };
  }

  private static ClosedForm readsA(Algorithm algorithm) {
    return switch (algorithm) {
      case DOT, COLUMN -> ALL;
      case ROW, OUTER, SYSTOLIC -> SIZE_A;
      case TILED -> A_PER_TILE_COLUMN;
    };
  }

  private static ClosedForm readsB(Algorithm algorithm) {
    return switch (algorithm) {
      case DOT, ROW, OUTER -> ALL;
      case COLUMN, SYSTOLIC -> SIZE_B;
      case TILED -> B_PER_TILE_ROW;
    };
  }

  /** Whether sums stay close until they are finished. */
  private static boolean keepsC(Algorithm algorithm) {
    return algorithm == Algorithm.DOT
        || algorithm == Algorithm.TILED
        || algorithm == Algorithm.SYSTOLIC;
  }

  /** "M·N·K". */
  String symbols() {
    return symbols;
  }

  /** "2·2·3". */
  String numbers(MatmulProgram p) {
    return symbols
        .replace("M", Numbers.count(p.m()))
        .replace("N", Numbers.count(p.n()))
        .replace("K", Numbers.count(p.k()))
        .replace("T", Numbers.count(p.tile()));
  }

  /** 12. */
  long value(MatmulProgram p) {
    long m = p.m();
    long k = p.k();
    long n = p.n();
    return switch (this) {
      case ZERO -> 0;
      case ALL -> m * n * k;
      case ALL_BUT_FIRST -> m * n * (k - 1);
      case SIZE_A -> m * k;
      case SIZE_B -> k * n;
      case SIZE_C -> m * n;
      case A_PER_TILE_COLUMN -> m * k * tiles(n, p.tile());
      case B_PER_TILE_ROW -> k * n * tiles(m, p.tile());
    };
  }

  private static long tiles(long size, long tile) {
    return (size + tile - 1) / tile;
  }
}
