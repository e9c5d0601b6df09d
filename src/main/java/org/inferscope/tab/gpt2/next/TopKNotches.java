package org.inferscope.tab.gpt2.next;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The numbers that the slider of top-k stops at: closer together where few tokens are left. */
final class TopKNotches {
  private static final int LARGEST = 1000;

  /** 1, 2 … 20, then 22, 24 … 40, then 45, 50 … 100, 110 … 200, 250 … 1000. */
  private static final int[] NUMBERS =
      IntStream.rangeClosed(1, LARGEST).filter(k -> k % step(k) == 0).toArray();

  /** All of them, and one for no limit. */
  static final int COUNT = NUMBERS.length + 1;

  private TopKNotches() {}

  private static int step(int k) {
    return k <= 20 ? 1 : k <= 40 ? 2 : k <= 100 ? 5 : k <= 200 ? 10 : 50;
  }

  /** The number at a notch; 0, for no limit, at the last. */
  static int number(int notch) {
    return notch >= NUMBERS.length ? 0 : NUMBERS[notch];
  }

  /** The notch of a number, or of the next one that has a notch. */
  static int at(int k) {
    if (k == 0) {
      return NUMBERS.length;
    }
    int found = Arrays.binarySearch(NUMBERS, k);
    return found >= 0 ? found : Math.min(-found - 1, NUMBERS.length - 1);
  }
}
