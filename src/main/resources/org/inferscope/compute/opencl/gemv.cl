// y = alpha * a x + beta * y. Numbers of x are stepX apart, those of y stepY; independent products
// (dimension 1) are nextA, nextX and nextY apart. alpha 0 comes with N = 0.

// a [M, N] as it is stored: one work-group for a row at a time.
__kernel __attribute__((reqd_work_group_size(GROUP, 1, 1)))
void gemv_rows(
    const int M, const int N, const float alpha,
    __global const float *a, const long a0, const int lda, const int fours, const long nextA,
    __global const float *x, const long x0, const int stepX, const long nextX,
    const float beta, __global float *y, const long y0, const int stepY, const long nextY) {
  __local float shared[GROUP];
  const int item = get_local_id(0);
  a += a0 + nextA * (long)get_group_id(1);
  x += x0 + nextX * (long)get_group_id(1);
  y += y0 + nextY * (long)get_group_id(1);
  for (int m = get_group_id(0); m < M; m += get_num_groups(0)) {
    __global const float *row = a + (long)m * lda;
    float sum = 0.0f;
    if (stepX == 1) {
      float4 sums = (float4)(0.0f);
      for (int n = item * 4; n < N; n += GROUP * 4) {
        sums += get4(row, n, N, fours) * get4(x, n, N, 0);
      }
      sum = (sums.x + sums.y) + (sums.z + sums.w);
    } else {
      for (int n = item; n < N; n += GROUP) {
        sum += row[n] * x[(long)n * stepX];
      }
    }
    sum = group_sum(shared, sum);
    if (item == 0) {
      __global float *target = y + (long)m * stepY;
      *target = blend(sum, alpha, beta, target);
    }
  }
}

// a [M, N], stored the other way round, as [N, M]: ACROSS neighbouring results for each work-group,
// whose other work-items share the sum between them.
__kernel __attribute__((reqd_work_group_size(GROUP, 1, 1)))
void gemv_columns(
    const int M, const int N, const float alpha,
    __global const float *a, const long a0, const int lda, const int fours, const long nextA,
    __global const float *x, const long x0, const int stepX, const long nextX,
    const float beta, __global float *y, const long y0, const int stepY, const long nextY) {
  __local float shared[GROUP];
  const int item = get_local_id(0);
  const int across = item % ACROSS;
  a += a0 + nextA * (long)get_group_id(1);
  x += x0 + nextX * (long)get_group_id(1);
  y += y0 + nextY * (long)get_group_id(1);
  const int blocks = (M - 1) / ACROSS + 1;
  for (int block = get_group_id(0); block < blocks; block += get_num_groups(0)) {
    const int m = block * ACROSS + across;
    float sum = 0.0f;
    for (int n = item / ACROSS; m < M && n < N; n += GROUP / ACROSS) {
      sum += a[(long)n * lda + m] * x[(long)n * stepX];
    }
    shared[item] = sum;
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < ACROSS && m < M) {
      for (int other = item + ACROSS; other < GROUP; other += ACROSS) {
        sum += shared[other];
      }
      __global float *target = y + (long)m * stepY;
      *target = blend(sum, alpha, beta, target);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
  }
}
