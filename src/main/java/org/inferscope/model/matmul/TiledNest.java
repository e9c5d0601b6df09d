package org.inferscope.model.matmul;

import static org.inferscope.model.matmul.CodeLine.Role.LOAD;
import static org.inferscope.model.matmul.CodeLine.Role.LOOP;
import static org.inferscope.model.matmul.CodeLine.Role.STORE;
import static org.inferscope.model.matmul.CodeLine.Role.UPDATE;

import java.util.List;

/**
 * Products of tiles: a tile of C stays in fast memory while the tiles of A and B that it needs are
 * loaded one pair after another. Tiles at the right and bottom edges are cut off where the matrices
 * end.
 */
record TiledNest(int m, int k, int n, int tile) implements LoopNest {
  @Override
  public List<CodeLine> code() {
    return List.of(
        new CodeLine(0, "for i0 in range(0, M, T):", LOOP),
        new CodeLine(1, "for j0 in range(0, N, T):", LOOP),
        new CodeLine(2, "for k0 in range(0, K, T):", LOOP),
        new CodeLine(3, "a = A[i0:i0+T, k0:k0+T]", LOAD),
        new CodeLine(3, "b = B[k0:k0+T, j0:j0+T]", LOAD),
        new CodeLine(3, "for i, j, k in tile:", LOOP),
        new CodeLine(4, "if k == 0: c[i,j]  = a[i,k] * b[k,j]", UPDATE),
        new CodeLine(4, "else:      c[i,j] += a[i,k] * b[k,j]", UPDATE),
        new CodeLine(2, "C[i0:i0+T, j0:j0+T] = c", STORE));
  }

  @Override
  public void run(TraceRecorder to) {
    for (int i0 = 0; i0 < m; i0 += tile) {
      to.line(0);
      for (int j0 = 0; j0 < n; j0 += tile) {
        to.line(1);
        for (int k0 = 0; k0 < k; k0 += tile) {
          tileProduct(i0, j0, k0, to);
        }
      }
    }
  }

  private void tileProduct(int i0, int j0, int k0, TraceRecorder to) {
    int i1 = Math.min(i0 + tile, m);
    int j1 = Math.min(j0 + tile, n);
    int k1 = Math.min(k0 + tile, k);
    Region a = new Region(i0, i1, k0, k1);
    Region b = new Region(k0, k1, j0, j1);
    Region c = new Region(i0, i1, j0, j1);
    to.line(2);
    to.line(3);
    to.readA(a.cells());
    to.line(4);
    to.readB(b.cells());
    to.spotlight(new Spotlight(a, b, c));
    to.hold(new HeldRegions(a, b, c, 3 * tile * tile));
    for (int i = i0; i < i1; i++) {
      for (int j = j0; j < j1; j++) {
        for (int p = k0; p < k1; p++) {
          to.line(5);
          to.update(p == 0 ? 6 : 7, i, j, p);
          if (k1 == k && i == i1 - 1 && j == j1 - 1 && p == k1 - 1) {
            to.line(8);
            to.writeC(c.cells());
          }
          to.endTick();
        }
      }
    }
    to.endGroup();
  }
}
