package org.inferscope.tensor;

/**
 * Argument checks for programmers' errors. The message names the parameter and the value it had, so
 * that a stack trace alone tells what went wrong.
 */
public final class Args {
  private Args() {}

  /**
   * Checks any condition on an argument.
   *
   * @throws IllegalArgumentException naming the parameter, its value and what was expected
   */
  public static void require(boolean ok, String name, Object value, String expected) {
    if (!ok) {
      throw new IllegalArgumentException(
          "'" + name + "' must be " + expected + ", but was " + value);
    }
  }

  /** Checks that an argument is 0 or more, and returns it. */
  public static int notNegative(int value, String name) {
    require(value >= 0, name, value, "0 or more");
    return value;
  }

  /** Checks that an argument is 1 or more, and returns it. */
  public static int positive(int value, String name) {
    require(value > 0, name, value, "1 or more");
    return value;
  }

  /** Checks that {@code low <= value <= high}, and returns the value. */
  public static int inRange(int value, int low, int high, String name) {
    require(value >= low && value <= high, name, value, "from " + low + " to " + high);
    return value;
  }

  /**
   * Checks that {@code 0 <= index < size}, and returns the index.
   *
   * @throws IndexOutOfBoundsException naming the parameter, its value and the size
   */
  public static int index(int index, int size, String name) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          "'" + name + "' must be from 0 to below " + size + ", but was " + index);
    }
    return index;
  }

  /** Checks that two lengths agree, naming both. */
  public static void sameLength(int a, String nameA, int b, String nameB) {
    if (a != b) {
      throw new IllegalArgumentException(
          "'" + nameA + "' has length " + a + ", '" + nameB + "' has length " + b);
    }
  }
}
