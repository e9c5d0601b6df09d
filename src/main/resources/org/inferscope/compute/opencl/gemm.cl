// c = alpha * a b + beta * c, one tile of c for each work-group. OpenCL C 1.2.
//
// Compiled once for every tile shape, with these defined before:
//   GEMM, FETCH_A, FETCH_B  names of the kernel and its helpers
//   TM, TN, TK  rows and columns of c in a tile; how much of the sum is fetched at a time
//   WM, WN      rows and columns of c for each work-item, which keeps them in registers
// All but WM are multiples of 4.
//
// a [M, K], b [K, N] and c [M, N] in row-major order, rows lda, ldb and ldc apart; with ta (tb) 1,
// a (b) is stored the other way round, as [K, M] ([N, K]). Both are brought into local memory in
// the same form, as[k][m] and bs[k][n], so that what follows need not know. With va (vb) 1, every
// row of a (b) begins at a multiple of 16 bytes, and four numbers are fetched at once.
//
// Work-groups count tiles, along a row of tiles first (dimension 0), and independent products
// (dimension 1), which are stepA, stepB and stepC numbers apart.
//
// alpha 0 comes with K = 0; beta 0 leaves c unread.

#define ITEMS_N (TN / WN)
#define ITEMS_M (TM / WM)
#define ITEMS (ITEMS_N * ITEMS_M)
#define VN (WN / 4)

FETCH(FETCH_A, TM, ITEMS, TK)
FETCH(FETCH_B, TN, ITEMS, TK)

__kernel __attribute__((reqd_work_group_size(ITEMS, 1, 1)))
void GEMM(
    const int M, const int N, const int K, const float alpha,
    __global const float *a, const long a0, const int lda, const int ta, const int va,
    const long stepA,
    __global const float *b, const long b0, const int ldb, const int tb, const int vb,
    const long stepB,
    const float beta, __global float *c, const long c0, const int ldc, const long stepC) {
  __local float as[TK * (TM + 4)] __attribute__((aligned(16)));
  __local float bs[TK * (TN + 4)] __attribute__((aligned(16)));

  const int item = get_local_id(0);
  const int across = item % ITEMS_N;
  const int down = item / ITEMS_N;
  const int tilesN = (N - 1) / TN + 1;
  const int m0 = (int)(get_group_id(0) / tilesN) * TM;
  const int n0 = (int)(get_group_id(0) % tilesN) * TN;
  a += a0 + stepA * (long)get_group_id(1);
  b += b0 + stepB * (long)get_group_id(1);
  c += c0 + stepC * (long)get_group_id(1);

  float4 acc[WM][VN];
  for (int i = 0; i < WM; i++) {
    for (int j = 0; j < VN; j++) {
      acc[i][j] = (float4)(0.0f);
    }
  }

  for (int k0 = 0; k0 < K; k0 += TK) {
    FETCH_A(as, a, m0, M, k0, K, lda, !ta, va, item);
    FETCH_B(bs, b, n0, N, k0, K, ldb, tb, vb, item);
    barrier(CLK_LOCAL_MEM_FENCE);
    for (int k = 0; k < TK; k++) {
      // Work-items beside each other read columns beside each other.
      float4 right[VN];
      for (int j = 0; j < VN; j++) {
        right[j] = *(__local const float4 *)&bs[k * (TN + 4) + (j * ITEMS_N + across) * 4];
      }
      for (int i = 0; i < WM; i++) {
        const float left = as[k * (TM + 4) + down * WM + i];
        for (int j = 0; j < VN; j++) {
          acc[i][j] += left * right[j];
        }
      }
    }
    barrier(CLK_LOCAL_MEM_FENCE);
  }

  for (int i = 0; i < WM; i++) {
    const int m = m0 + down * WM + i;
    for (int j = 0; m < M && j < VN; j++) {
      put4(acc[i][j], alpha, beta, c + (long)m * ldc, n0 + (j * ITEMS_N + across) * 4, N);
    }
  }
}

#undef ITEMS_N
#undef ITEMS_M
#undef ITEMS
#undef VN
