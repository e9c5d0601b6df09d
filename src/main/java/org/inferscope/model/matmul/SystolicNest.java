package org.inferscope.model.matmul;

import static org.inferscope.model.matmul.CodeLine.Role.LOAD;
import static org.inferscope.model.matmul.CodeLine.Role.LOOP;
import static org.inferscope.model.matmul.CodeLine.Role.STORE;
import static org.inferscope.model.matmul.CodeLine.Role.UPDATE;

import java.util.List;

/**
 * One clock tick of a {@link SystolicGrid} after another; a group is a diagonal of C that finishes.
 */
record SystolicNest(int m, int k, int n) implements LoopNest {
  @Override
  public List<CodeLine> code() {
    return List.of(
        new CodeLine(0, "for t in range(M + N + K - 2):", LOOP),
        new CodeLine(1, "for every cell i, j at once:", LOOP),
        new CodeLine(2, "a[i,j] = a[i,j-1] if j > 0 else A[i,t-i]", LOAD),
        new CodeLine(2, "b[i,j] = b[i-1,j] if i > 0 else B[t-j,j]", LOAD),
        new CodeLine(2, "k = t - i - j", LOAD),
        new CodeLine(2, "if k == 0:    c[i,j]  = a[i,j] * b[i,j]", UPDATE),
        new CodeLine(2, "if 0 < k < K: c[i,j] += a[i,j] * b[i,j]", UPDATE),
        new CodeLine(2, "if k == K-1:  C[i,j] = c[i,j]", STORE));
  }

  @Override
  public void run(TraceRecorder to) {
    for (int t = 0; t < SystolicGrid.ticks(m, k, n); t++) {
      for (int line = 0; line <= 4; line++) {
        to.line(line);
      }
      enter(t, to);
      to.hold(new SystolicGrid(m, k, n, t + 1));
      boolean finished = false;
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          finished |= cell(i, j, t - i - j, to);
        }
      }
      to.endTick();
      if (finished) {
        to.endGroup();
      }
    }
  }

  /** Reads what enters at the left and at the top at this tick. */
  private void enter(int t, TraceRecorder to) {
    for (int i = 0; i < m; i++) {
      to.readA(t - i >= 0 && t - i < k ? 1 : 0);
    }
    for (int j = 0; j < n; j++) {
      to.readB(t - j >= 0 && t - j < k ? 1 : 0);
    }
  }

  /** What cell (i,j) does with term p at one tick; true when it finishes its element of C. */
  private boolean cell(int i, int j, int p, TraceRecorder to) {
    if (p < 0 || p >= k) {
      return false;
    }
    to.update(p == 0 ? 5 : 6, i, j, p);
    if (p < k - 1) {
      return false;
    }
    to.line(7);
    to.writeC(1);
    return true;
  }
}
