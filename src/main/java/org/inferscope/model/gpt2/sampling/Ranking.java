package org.inferscope.model.gpt2.sampling;

/**
 * Numbers from the highest down, as far as asked for and not much further: the best 64 are picked
 * out in one pass and sorted, and 8 times as many when these do not do. Of equal numbers the lowest
 * index comes first. One thread; its memory is kept for the next ranking.
 */
final class Ranking {
  private static final int FIRST = 64;
  private static final int GROWTH = 8;

  private double[] scores = {};

  /**
   * Indices: the first {@link #ranked}, the best first; while picking, a heap, the worst on top.
   */
  private int[] order = {};

  private int ranked;

  /** Ranks these numbers from now on; they must stay as they are. */
  void start(double[] numbers) {
    scores = numbers;
    if (order.length != numbers.length) {
      order = new int[numbers.length];
    }
    ranked = 0;
  }

  /** The index of the number in a place, from 0 for the highest. */
  int at(int place) {
    while (ranked <= place) {
      rank(Math.min(scores.length, Math.max(FIRST, GROWTH * ranked)));
    }
    return order[place];
  }

  private void rank(int n) {
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = n / 2 - 1; i >= 0; i--) {
      sink(i, n);
    }
    for (int i = n; i < scores.length; i++) {
      // A later index must be higher to be better.
      if (scores[i] > scores[order[0]]) {
        order[0] = i;
        sink(0, n);
      }
    }
    for (int end = n - 1; end > 0; end--) {
      int worst = order[0];
      order[0] = order[end];
      order[end] = worst;
      sink(0, end);
    }
    ranked = n;
  }

  private void sink(int from, int size) {
    int index = order[from];
    int at = from;
    for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && isWorse(order[child + 1], order[child])) {
        child++;
      }
      if (!isWorse(order[child], index)) {
        break;
      }
      order[at] = order[child];
      at = child;
    }
    order[at] = index;
  }

  private boolean isWorse(int a, int b) {
    return scores[a] < scores[b] || (scores[a] == scores[b] && a > b);
  }
}
