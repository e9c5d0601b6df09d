package org.inferscope.model.matmul;

import static org.inferscope.model.matmul.CodeLine.Role.LOAD;
import static org.inferscope.model.matmul.CodeLine.Role.LOOP;
import static org.inferscope.model.matmul.CodeLine.Role.UPDATE;

import java.util.List;

/** Order ikj: a row of C is a combination of the rows of B, weighted by a row of A. */
record RowNest(int m, int k, int n) implements LoopNest {
  @Override
  public List<CodeLine> code() {
    return List.of(
        new CodeLine(0, "for i in range(M):", LOOP),
        new CodeLine(1, "for k in range(K):", LOOP),
        new CodeLine(2, "a = A[i,k]", LOAD),
        new CodeLine(2, "for j in range(N):", LOOP),
        new CodeLine(3, "if k == 0: C[i,j]  = a * B[k,j]", UPDATE),
        new CodeLine(3, "else:      C[i,j] += a * B[k,j]", UPDATE));
  }

  @Override
  public void run(TraceRecorder to) {
    for (int i = 0; i < m; i++) {
      to.line(0);
      for (int p = 0; p < k; p++) {
        to.line(1);
        to.line(2);
        to.readA(1);
        to.spotlight(new Spotlight(Region.cell(i, p), Region.row(p, n), Region.row(i, n)));
        to.hold(new HeldRegions(Region.cell(i, p), Region.NONE, Region.NONE, 1));
        for (int j = 0; j < n; j++) {
          to.line(3);
          to.readB(1);
          to.updateInMemory(4, 5, i, j, p);
          to.endTick();
        }
        to.endGroup();
      }
    }
  }
}
