package org.inferscope.compute.openblas;

import static org.inferscope.compute.openblas.NativeTensor.LINE;

import java.nio.FloatBuffer;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.exec.Crew;
import org.inferscope.compute.openblas.Grid.Block;

/**
 * Products in blocks so small that OpenBLAS computes each where it lies. For larger ones it copies
 * and rearranges both factors first, which takes longer than it gains while these fit into the
 * cache. Blocks are the quicker way only where its kernels for small products are good, see {@link
 * SmallKernel}.
 */
final class BlockProducts implements AutoCloseable {
  /** Rows of a block. */
  private static final int ROWS = 64;

  /** Rows of a block that sums up more than {@link #FEW_SUMMED}. */
  private static final int FEWER_ROWS = 48;

  /** Columns of a block at most: four vectors of AVX-512. */
  private static final int COLS = 64;

  /** With more in a sum, 64 rows and columns are beyond a million multiply-adds: no small block. */
  private static final int FEW_SUMMED = 240;

  /** So long a sum is quicker in one piece, a longer one in several. */
  private static final int MOST_SUMMED = 256;

  private static final int SUMMED_IN_A_PIECE = 192;

  /**
   * With longer rows, the columns of a block fall on a few places of the cache: they are copied.
   */
  private static final int LONGEST_ROW = 256;

  /** With fewer rows of A, copying the columns of B costs more than it gains. */
  private static final int FEWEST_ROWS_TO_COPY = 192;

  /** A is read once for each of the blocks' columns, so it must fit into a core's cache: 1 MiB. */
  private static final long MOST_OF_A = 1 << 18;

  /** A longer B does not fit into one buffer. */
  private static final long MOST_OF_B = 1 << 28;

  private final Crew crew;
  private final ConcurrentLinkedDeque<Panel> panels = new ConcurrentLinkedDeque<>();

  BlockProducts(Crew crew) {
    this.crew = crew;
  }

  /** Whether blocks are the quick way to {@code a b}; the sizes fit. */
  static boolean suit(MatrixView a, Layout ofA, MatrixView b, Layout ofB) {
    return ofA == Layout.PLAIN
        && ofB == Layout.PLAIN
        && (long) a.rows() * a.stride() <= MOST_OF_A
        && a.rows() >= (isDirect(b) ? LINE : FEWEST_ROWS_TO_COPY)
        && (long) b.rows() * b.stride() <= MOST_OF_B;
  }

  /** Whether blocks of a factor can be read where they are. */
  private static boolean isDirect(MatrixView b) {
    return b.stride() <= LONGEST_ROW && b.stride() % LINE == 0 && b.offset() % LINE == 0;
  }

  /**
   * {@code c[M, N] = alpha * a[M, K] b[K, N] + beta * c}, none of them empty.
   *
   * @param parts how many threads share the work at least
   */
  void gemm(float alpha, MatrixView a, MatrixView b, float beta, MatrixView c, int parts) {
    Grid lines = grid(c.rows(), c.cols(), parts);
    boolean direct = isDirect(b);
    crew.run(
        lines.parts(),
        number -> {
          Block some = block(lines.block(number), c.cols());
          MatrixView left = Views.rows(a, some.row(), some.rows());
          MatrixView right = Views.columns(b, some.col(), some.cols());
          MatrixView product = Views.part(c, some);
          if (direct) {
            blocks(alpha, left, right, beta, product);
          } else {
            Panel panel = borrowed();
            blocks(alpha, left, panel.copy(right), beta, product);
            panels.push(panel);
          }
        });
  }

  /** Cuts columns between lines of the cache, evenly and at most so many to a panel. */
  private static Grid grid(int rows, int cols, int parts) {
    int lines = (cols + LINE - 1) / LINE;
    int panels = (cols + COLS - 1) / COLS;
    int across = Math.min(lines, (panels + parts - 1) / parts * parts);
    int down = Math.min(rows, (parts + across - 1) / across);
    return new Grid(rows, lines, down, across);
  }

  private static Block block(Block lines, int cols) {
    int from = lines.col() * LINE;
    int to = Math.min(cols, from + lines.cols() * LINE);
    return new Block(lines.row(), from, lines.rows(), to - from);
  }

  private static void blocks(float alpha, MatrixView a, MatrixView b, float beta, MatrixView c) {
    boolean whole = a.cols() <= MOST_SUMMED;
    int steps = whole ? 1 : (a.cols() + SUMMED_IN_A_PIECE - 1) / SUMMED_IN_A_PIECE;
    int most = whole && a.cols() > FEW_SUMMED ? FEWER_ROWS : ROWS;
    for (int row = 0; row < a.rows(); row += most) {
      int rows = Math.min(most, a.rows() - row);
      MatrixView product = Views.rows(c, row, rows);
      for (int step = 0; step < steps; step++) {
        int from = (int) ((long) a.cols() * step / steps);
        int count = (int) ((long) a.cols() * (step + 1) / steps) - from;
        MatrixView left = Views.columns(Views.rows(a, row, rows), from, count);
        MatrixView right = Views.rows(b, from, count);
        // [M', K'] x [K', N'] -> [M', N']
        Cblas.gemm(alpha, left, Layout.PLAIN, right, Layout.PLAIN, step == 0 ? beta : 1, product);
      }
    }
  }

  private Panel borrowed() {
    Panel free = panels.poll();
    return free == null ? new Panel() : free;
  }

  @Override
  public void close() {
    panels.forEach(panel -> panel.tensor.close());
  }

  /** Columns of B one after the other's row, in memory that grows to the largest asked for. */
  private static final class Panel {
    private NativeTensor tensor = new NativeTensor(0);
    private FloatBuffer buffer = tensor.window(0, 0);

    MatrixView copy(MatrixView b) {
      int rows = b.rows();
      int cols = b.cols();
      if (tensor.size() < (long) rows * cols) {
        tensor.close();
        tensor = new NativeTensor((long) rows * cols);
        buffer = tensor.window(0, rows * cols);
      }
      int span = (rows - 1) * b.stride() + cols;
      FloatBuffer from = NativeTensor.of(b.tensor()).window(b.offset(), span);
      for (int row = 0; row < rows; row++) {
        buffer.put(row * cols, from, row * b.stride(), cols);
      }
      return MatrixView.of(tensor, rows, cols);
    }
  }
}
