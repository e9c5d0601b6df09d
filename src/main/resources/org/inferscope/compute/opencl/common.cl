// What the kernels have in common. OpenCL C 1.2, nothing that a vendor may leave out.
//
// All matrices are row-major. A view is a buffer, where in it the view begins (64 bits, since
// buffers may hold more than 2^31 numbers) and how far apart its rows are.
//
// No option that relaxes floating-point arithmetic is given to the compiler: 0 * NaN is NaN here.

// Defines a function that brings columns x0 to x0 + WIDTH of rows k0 to k0 + TK of a matrix [K, X]
// into local memory, in rows that are WIDTH + 4 long. With `turned` 1, the matrix is stored the
// other way round, as [X, K]. Beyond the edges come zeros, and nothing there is read. With
// `fours` 1, rows begin at multiples of 16 bytes.
#define FETCH(NAME, WIDTH, ITEMS, TK)                                                             \
  void NAME(                                                                                      \
      __local float *to, __global const float *from, const int x0, const int X, const int k0,     \
      const int K, const int stride, const int turned, const int fours, const int item) {         \
    if (turned) {                                                                                 \
      for (int at = item; at < WIDTH * (TK / 4); at += ITEMS) {                                   \
        const int k = at % (TK / 4) * 4;                                                          \
        const int x = at / (TK / 4);                                                              \
        const float4 four =                                                                       \
            x0 + x < X ? get4(from + (long)(x0 + x) * stride, k0 + k, K, fours) : (float4)(0.0f); \
        to[k * (WIDTH + 4) + x] = four.x;                                                         \
        to[(k + 1) * (WIDTH + 4) + x] = four.y;                                                   \
        to[(k + 2) * (WIDTH + 4) + x] = four.z;                                                   \
        to[(k + 3) * (WIDTH + 4) + x] = four.w;                                                   \
      }                                                                                           \
    } else {                                                                                      \
      for (int at = item; at < (WIDTH / 4) * TK; at += ITEMS) {                                   \
        const int x = at % (WIDTH / 4) * 4;                                                       \
        const int k = at / (WIDTH / 4);                                                           \
        *(__local float4 *)&to[k * (WIDTH + 4) + x] =                                             \
            k0 + k < K ? get4(from + (long)(k0 + k) * stride, x0 + x, X, fours) : (float4)(0.0f); \
      }                                                                                           \
    }                                                                                             \
  }

// Four numbers of a row of the length given, zeros beyond its end.
float4 get4(__global const float *row, const int at, const int length, const int fours) {
  if (at + 3 < length) {
    return fours ? *(__global const float4 *)(row + at) : vload4(0, row + at);
  }
  float4 some = (float4)(0.0f);
  if (at < length) {
    some.x = row[at];
  }
  if (at + 1 < length) {
    some.y = row[at + 1];
  }
  if (at + 2 < length) {
    some.z = row[at + 2];
  }
  return some;
}

// alpha * sum + beta * old, without reading what a factor of 0 stands before.
float blend(const float sum, const float alpha, const float beta, __global const float *old) {
  const float kept = beta == 0.0f ? 0.0f : beta * *old;
  return alpha == 0.0f ? kept : alpha * sum + kept;
}

// Four sums into a row of the length given, as far as it goes.
void put4(
    const float4 sums, const float alpha, const float beta, __global float *row, const int at,
    const int length) {
  if (at < length) {
    row[at] = blend(sums.x, alpha, beta, row + at);
  }
  if (at + 1 < length) {
    row[at + 1] = blend(sums.y, alpha, beta, row + at + 1);
  }
  if (at + 2 < length) {
    row[at + 2] = blend(sums.z, alpha, beta, row + at + 2);
  }
  if (at + 3 < length) {
    row[at + 3] = blend(sums.w, alpha, beta, row + at + 3);
  }
}

// The sum of one number from each work-item of a group of GROUP, for all of them.
float group_sum(__local float *shared, const float mine) {
  const int item = get_local_id(0);
  shared[item] = mine;
  barrier(CLK_LOCAL_MEM_FENCE);
  for (int half_size = GROUP / 2; half_size > 0; half_size /= 2) {
    if (item < half_size) {
      shared[item] += shared[item + half_size];
    }
    barrier(CLK_LOCAL_MEM_FENCE);
  }
  const float sum = shared[0];
  barrier(CLK_LOCAL_MEM_FENCE);
  return sum;
}

// As group_sum, the largest.
float group_max(__local float *shared, const float mine) {
  const int item = get_local_id(0);
  shared[item] = mine;
  barrier(CLK_LOCAL_MEM_FENCE);
  for (int half_size = GROUP / 2; half_size > 0; half_size /= 2) {
    if (item < half_size) {
      shared[item] = fmax(shared[item], shared[item + half_size]);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
  }
  const float largest = shared[0];
  barrier(CLK_LOCAL_MEM_FENCE);
  return largest;
}
