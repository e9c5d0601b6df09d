package org.inferscope.tab.network.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.network.Trace;
import org.inferscope.tab.network.desk.Display;
import org.inferscope.tab.network.desk.Shown;

/**
 * Two runs, column by column: A, which is compared with, and B, which is on screen, each for its
 * input in focus. The outputs are always a pair, also of networks of different depth. Immutable,
 * any thread.
 */
final class Comparison {
  /**
   * Columns that are compared; −1 where a run has none.
   *
   * @param a column of A
   * @param b column of B
   */
  record Pair(int a, int b) {}

  /** The numbers of a pair; empty arrays for what there is not. */
  private record Numbers(Pair pair, Values a, Values b, Optional<Values> difference) {}

  /** A vector, as records hold no arrays. */
  static final class Values {
    private final float[] all;

    private Values(float[] all) {
      this.all = all;
    }

    int size() {
      return all.length;
    }

    float get(int i) {
      return all[i];
    }

    float largest() {
      return Limits.largest(all);
    }

    private Values minus(Values other) {
      float[] difference = new float[all.length];
      for (int i = 0; i < difference.length; i++) {
        difference[i] = all[i] - other.all[i];
      }
      return new Values(difference);
    }

    /** Where the largest finite size is, or −1 where all are 0. */
    private int peak() {
      float largest = largest();
      for (int i = 0; i < all.length; i++) {
        if (largest > 0 && Math.abs(all[i]) == largest) {
          return i;
        }
      }
      return -1;
    }

    private boolean isFinite() {
      for (float value : all) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
      return true;
    }
  }

  private final Trace a;
  private final Trace b;
  private final List<Numbers> columns = new ArrayList<>();

  private Comparison(Trace a, Trace b) {
    this.a = a;
    this.b = b;
    for (Pair pair : pairs(a.network().depth(), b.network().depth())) {
      Values left = new Values(pair.a < 0 ? new float[0] : a.values(pair.a));
      Values right = new Values(pair.b < 0 ? new float[0] : b.values(pair.b));
      boolean comparable = pair.a >= 0 && pair.b >= 0 && left.size() == right.size();
      columns.add(
          new Numbers(
              pair, left, right, comparable ? Optional.of(right.minus(left)) : Optional.empty()));
    }
  }

  /** The comparison of what is shown, if there is one. */
  static Optional<Comparison> of(Shown shown) {
    return shown.compared().map(other -> new Comparison(other, shown.trace()));
  }

  private static List<Pair> pairs(int depthA, int depthB) {
    List<Pair> pairs = new ArrayList<>();
    for (int c = 0; c < Math.max(depthA, depthB); c++) {
      pairs.add(new Pair(c < depthA ? c : -1, c < depthB ? c : -1));
    }
    pairs.add(new Pair(depthA, depthB));
    return pairs;
  }

  /** The run that is compared with. */
  Trace a() {
    return a;
  }

  /** The run on screen. */
  Trace b() {
    return b;
  }

  /** How many pairs of columns; the last one are the outputs. */
  int size() {
    return columns.size();
  }

  /** The index of the outputs. */
  int output() {
    return columns.size() - 1;
  }

  Pair pair(int k) {
    return columns.get(k).pair;
  }

  /** The pair that a column of B is in. */
  int pairOf(int columnOfB) {
    return columnOfB == b.network().depth() ? output() : columnOfB;
  }

  Values valuesA(int k) {
    return columns.get(k).a;
  }

  Values valuesB(int k) {
    return columns.get(k).b;
  }

  /** B − A, where both have as many units. */
  Optional<Values> difference(int k) {
    return columns.get(k).difference;
  }

  /** By how much a pair differs at most, NaN and ∞ left out; 0 where it cannot be subtracted. */
  double largest(int k) {
    return difference(k).map(Values::largest).orElse(0f);
  }

  /** The unit that differs most, or −1. */
  int peak(int k) {
    return difference(k).map(Values::peak).orElse(-1);
  }

  /** Whether every difference of a pair is a finite number. */
  boolean isFinite(int k) {
    return difference(k).filter(Values::isFinite).isPresent();
  }

  /** What the full length of a bar of A or B stands for. */
  double limit(int k, Display.Axis axis) {
    double largest = 0;
    for (int c = 0; c < columns.size(); c++) {
      if (axis == Display.Axis.SHARED || c == k) {
        largest = Math.max(largest, columns.get(c).a.largest());
        largest = Math.max(largest, columns.get(c).b.largest());
      }
    }
    return Limits.rounded(largest);
  }

  /**
   * What the full length of a difference stands for: each pair has its own, as one unit that is off
   * would else hide what becomes of it further on.
   */
  double differenceLimit(int k) {
    return Limits.rounded(largest(k));
  }
}
