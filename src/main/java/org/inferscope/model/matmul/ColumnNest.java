package org.inferscope.model.matmul;

import static org.inferscope.model.matmul.CodeLine.Role.LOAD;
import static org.inferscope.model.matmul.CodeLine.Role.LOOP;
import static org.inferscope.model.matmul.CodeLine.Role.UPDATE;

import java.util.List;

/** Order jki: a column of C is a combination of the columns of A, weighted by a column of B. */
record ColumnNest(int m, int k, int n) implements LoopNest {
  @Override
  public List<CodeLine> code() {
    return List.of(
        new CodeLine(0, "for j in range(N):", LOOP),
        new CodeLine(1, "for k in range(K):", LOOP),
        new CodeLine(2, "b = B[k,j]", LOAD),
        new CodeLine(2, "for i in range(M):", LOOP),
        new CodeLine(3, "if k == 0: C[i,j]  = A[i,k] * b", UPDATE),
        new CodeLine(3, "else:      C[i,j] += A[i,k] * b", UPDATE));
  }

  @Override
  public void run(TraceRecorder to) {
    for (int j = 0; j < n; j++) {
      to.line(0);
      for (int p = 0; p < k; p++) {
        to.line(1);
        to.line(2);
        to.readB(1);
        to.spotlight(new Spotlight(Region.column(p, m), Region.cell(p, j), Region.column(j, m)));
        to.hold(new HeldRegions(Region.NONE, Region.cell(p, j), Region.NONE, 1));
        for (int i = 0; i < m; i++) {
          to.line(3);
          to.readA(1);
          to.updateInMemory(4, 5, i, j, p);
          to.endTick();
        }
        to.endGroup();
      }
    }
  }
}
