package org.inferscope.compute.bench;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.compute.InferscopeException;
import org.inferscope.tensor.Args;
import org.inferscope.text.Texts;

/** The sizes of a product [M, K] x [K, N] -> [M, N]; each at least 1. */
public record MatmulSize(int m, int k, int n) {
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,18})(?:[x×](\\d{1,18})[x×](\\d{1,18}))?");

  /** The most numbers a matrix can have here: the longest Java array. */
  private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8;

  /** Refuses sizes below 1, and matrices that no array can hold. */
  public MatmulSize {
    Args.positive(m, "m");
    Args.positive(k, "k");
    Args.positive(n, "n");
    long largest = Math.max((long) m * k, Math.max((long) k * n, (long) m * n));
    Args.require(
        largest <= MOST_NUMBERS, "numbers in a matrix", largest, "at most " + MOST_NUMBERS);
  }

  /**
   * Reads {@code 512} for 512×512×512, or {@code 1x768x3072} for M×K×N.
   *
   * @throws InferscopeException if the text is no size, or its matrices cannot exist
   */
  public static MatmulSize parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new InferscopeException(Texts.get("compute.size.bad", text.strip()));
    }
    long m = Long.parseLong(matcher.group(1));
    long k = matcher.group(2) == null ? m : Long.parseLong(matcher.group(2));
    long n = matcher.group(3) == null ? m : Long.parseLong(matcher.group(3));
    if (Math.min(m, Math.min(k, n)) == 0) {
      throw new InferscopeException(Texts.get("compute.size.zero", text.strip()));
    }
    if (Math.max(m, Math.max(k, n)) > MOST_NUMBERS
        || Math.max(m * k, Math.max(k * n, m * n)) > MOST_NUMBERS) {
      throw new InferscopeException(Texts.get("compute.size.huge", text.strip()));
    }
    return new MatmulSize((int) m, (int) k, (int) n);
  }

  /** Operations by the usual count: 2·M·N·K, one multiply and one add for each product. */
  public double flops() {
    return 2.0 * m * n * k;
  }

  /** Bytes that must be moved at least once: both factors read, the product written, in float32. */
  public double bytes() {
    return (double) Float.BYTES * ((double) m * k + (double) k * n + (double) m * n);
  }

  /**
   * Bytes of memory that measuring takes: the matrices, and a copy of a factor on its way there.
   */
  public double memory() {
    return bytes() + (double) Float.BYTES * Math.max((double) m * k, (double) k * n);
  }

  /** {@code 512x512x512}. */
  @Override
  public String toString() {
    return m + "x" + k + "x" + n;
  }
}
