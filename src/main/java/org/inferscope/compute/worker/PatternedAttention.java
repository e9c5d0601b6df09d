package org.inferscope.compute.worker;

import org.inferscope.compute.CausalRows;
import org.inferscope.compute.MatrixView;

/**
 * An attention whose pattern is read in parts that fit into an answer: as many heads at once as can
 * be, or some rows of one head. The parts give what the whole does, since neither heads nor rows
 * depend on each other.
 */
final class PatternedAttention {
  private final int largestAnswer;
  private final Reader reader;

  /** Has a part computed and reads its pattern. */
  @FunctionalInterface
  interface Reader {

    /**
     * The pattern of a part.
     *
     * @param size how many numbers it has
     * @return head after head
     */
    float[] read(Part part, int size);
  }

  /**
   * Some heads and rows of an attention; see {@link org.inferscope.compute.Backend#attention}.
   *
   * @param q [T, D]
   * @param k [P + T, D]
   * @param v [P + T, D]
   * @param out [T, D]
   */
  record Part(int heads, MatrixView q, MatrixView k, MatrixView v, MatrixView out) {

    int past() {
      return k.rows() - q.rows();
    }

    /** How many numbers the pattern of one head has. */
    int size() {
      return CausalRows.size(q.rows(), past());
    }

    Part heads(int from, int count) {
      int width = q.cols() / heads;
      return new Part(
          count,
          columns(q, from * width, count * width),
          columns(k, from * width, count * width),
          columns(v, from * width, count * width),
          columns(out, from * width, count * width));
    }

    /** Rows from one on see all keys up to their own. */
    Part rows(int from, int count) {
      int seen = past() + from + count;
      return new Part(
          heads, rows(q, from, count), rows(k, 0, seen), rows(v, 0, seen), rows(out, from, count));
    }

    private static MatrixView columns(MatrixView all, int from, int count) {
      return new MatrixView(all.tensor(), all.offset() + from, all.rows(), count, all.stride());
    }

    private static MatrixView rows(MatrixView all, int from, int count) {
      long offset = all.offset() + (long) from * all.stride();
      return new MatrixView(all.tensor(), offset, count, all.cols(), all.stride());
    }
  }

  /**
   * Reads patterns in answers of limited size.
   *
   * @param largestAnswer bytes
   */
  PatternedAttention(int largestAnswer, Reader reader) {
    this.largestAnswer = largestAnswer;
    this.reader = reader;
  }

  /**
   * Computes all parts.
   *
   * @param pattern takes the pattern, an array for each head
   */
  void run(Part all, float[][] pattern) {
    long bytesOfHead = Math.max(1L, all.size()) * Float.BYTES;
    int together = (int) Math.max(1, largestAnswer / bytesOfHead);
    for (int h = 0; h < all.heads(); h += together) {
      int count = Math.min(together, all.heads() - h);
      Part part = all.heads(h, count);
      if (bytesOfHead > largestAnswer) {
        byRows(part, pattern[h]);
      } else {
        keep(reader.read(part, count * all.size()), pattern, h, count);
      }
    }
  }

  private static void keep(float[] read, float[][] pattern, int h, int count) {
    int size = read.length / count;
    for (int i = 0; i < count; i++) {
      System.arraycopy(read, i * size, pattern[h + i], 0, size);
    }
  }

  /** Rows lie one after the other in the pattern of a head. */
  private void byRows(Part head, float[] pattern) {
    int longest = CausalRows.length(head.q().rows() - 1, head.past());
    int together = Math.max(1, largestAnswer / Float.BYTES / longest);
    for (int row = 0; row < head.q().rows(); row += together) {
      Part part = head.rows(row, Math.min(together, head.q().rows() - row));
      float[] read = reader.read(part, part.size());
      System.arraycopy(read, 0, pattern, CausalRows.start(row, head.past()), read.length);
    }
  }
}
