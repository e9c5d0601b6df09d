package org.inferscope.model.matmul;

import static org.inferscope.model.matmul.CodeLine.Role.LOOP;
import static org.inferscope.model.matmul.CodeLine.Role.STORE;
import static org.inferscope.model.matmul.CodeLine.Role.UPDATE;

import java.util.List;

/** Order ijk: every element of C is finished before the next; its sum stays in a register. */
record DotNest(int m, int k, int n) implements LoopNest {
  @Override
  public List<CodeLine> code() {
    return List.of(
        new CodeLine(0, "for i in range(M):", LOOP),
        new CodeLine(1, "for j in range(N):", LOOP),
        new CodeLine(2, "total = A[i,0] * B[0,j]", UPDATE),
        new CodeLine(2, "for k in range(1, K):", LOOP),
        new CodeLine(3, "total += A[i,k] * B[k,j]", UPDATE),
        new CodeLine(2, "C[i,j] = total", STORE));
  }

  @Override
  public void run(TraceRecorder to) {
    for (int i = 0; i < m; i++) {
      to.line(0);
      for (int j = 0; j < n; j++) {
        to.line(1);
        to.spotlight(new Spotlight(Region.row(i, k), Region.column(j, k), Region.cell(i, j)));
        to.hold(new HeldRegions(Region.NONE, Region.NONE, Region.cell(i, j), 1));
        dot(i, j, to);
        to.endGroup();
      }
    }
  }

  private void dot(int i, int j, TraceRecorder to) {
    for (int p = 0; p < k; p++) {
      if (p > 0) {
        to.line(3);
      }
      to.readA(1);
      to.readB(1);
      to.update(p == 0 ? 2 : 4, i, j, p);
      if (p == k - 1) {
        to.line(5);
        to.writeC(1);
      }
      to.endTick();
    }
  }
}
