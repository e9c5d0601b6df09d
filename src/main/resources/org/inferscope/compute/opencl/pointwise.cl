// Number by number. Dimension 0 goes along the columns, dimension 1 down the rows, in steps where
// there are more rows than work-items.

#define FOR_EACH_ROW(ROWS) \
  for (int row = get_global_id(1); row < (ROWS); row += get_global_size(1))

// GPT-2's GELU, rewritten: (1 + tanh u) / 2 = 1 / (1 + exp(-2u)), u = sqrt(2/pi) * x * (1 + 0.044715 x^2).
// The exponent is as large as 10 where the result still counts, and its rounding as many times
// larger in the result: it is computed with what is lost on the way (fma gives the rest exactly),
// which exp(z + rest) = exp(z) * (1 + rest) brings in.
float gelu_of(const float x) {
  // Further out the result is x or 0, and exp(z) would soon be infinite.
  if (fabs(x) > 9.0f) {
    return x > 0.0f ? x : x * 0.0f;
  }
  const float square = x * x;
  const float square_rest = fma(x, x, -square);
  const float factor = fma(0.044715f, square, 1.0f);
  const float factor_rest =
      fma(0.044715f, square, 1.0f - factor) + 0.044715f * square_rest + 1.546e-9f * square;
  const float cubic = x * factor;
  const float cubic_rest = fma(x, factor, -cubic) + x * factor_rest;
  const float minus_two_root = -1.5957691216f;
  const float z = minus_two_root * cubic;
  const float z_rest =
      fma(minus_two_root, cubic, -z) + minus_two_root * cubic_rest + 4.534068e-8f * cubic;
  const float e = exp(z);
  return x / (1.0f + fma(e, z_rest, e));
}

// Where exp(-x) would overflow, and the result still is a number close to 0, in two steps.
float sigmoid_of(const float x) {
  return x < -64.0f ? exp(x + 64.0f) * 1.6038108905486378e-28f : 1.0f / (1.0f + exp(-x));
}

float silu_of(const float x) {
  return x < -64.0f && x > -INFINITY
      ? (x * exp(x + 64.0f)) * 1.6038108905486378e-28f
      : x / (1.0f + exp(-x));
}

// The functions in the order of Pointwise.
float function_of(const int f, const float x) {
  switch (f) {
    case 1:
      return x < 0.0f ? 0.0f : x;
    case 2:
      return x < 0.0f ? 0.01f * x : x;
    case 3:
      return gelu_of(x);
    case 4:
      return silu_of(x);
    case 5:
      return sigmoid_of(x);
    case 6:
      // Not every driver's tanh gets as far as 1.
      return fabs(x) > 10.0f ? copysign(1.0f, x) : tanh(x);
    default:
      return x;
  }
}

// out [T, D] = f(x [T, D]), plus a bias [D] before where with_bias is 1.
__kernel void activate(
    const int f, const int with_bias, const int rows, const int cols,
    __global const float *x, const long x0, const int ldx,
    __global const float *bias, const long bias0,
    __global float *out, const long out0, const int ldo) {
  const int col = get_global_id(0);
  if (col >= cols) {
    return;
  }
  const float added = with_bias ? bias[bias0 + col] : 0.0f;
  FOR_EACH_ROW(rows) {
    const float number = x[x0 + (long)row * ldx + col];
    out[out0 + (long)row * ldo + col] = function_of(f, with_bias ? number + added : number);
  }
}

// out [T, D] = a [T, D] + b [T, D].
__kernel void add(
    const int rows, const int cols,
    __global const float *a, const long a0, const int lda,
    __global const float *b, const long b0, const int ldb,
    __global float *out, const long out0, const int ldo) {
  const int col = get_global_id(0);
  if (col >= cols) {
    return;
  }
  FOR_EACH_ROW(rows) {
    out[out0 + (long)row * ldo + col] =
        a[a0 + (long)row * lda + col] + b[b0 + (long)row * ldb + col];
  }
}

// out [T, D] = table [V, D], rows picked [T].
__kernel void gather(
    const int rows, const int cols,
    __global const float *table, const long table0, const int ldt,
    __global const int *picked,
    __global float *out, const long out0, const int ldo) {
  const int col = get_global_id(0);
  if (col >= cols) {
    return;
  }
  FOR_EACH_ROW(rows) {
    out[out0 + (long)row * ldo + col] = table[table0 + (long)picked[row] * ldt + col];
  }
}
