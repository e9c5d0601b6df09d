// Row by row: a work-group of GROUP for each row at a time. Every number is read and written by the
// same work-item, so that input and output may be the same.

// Layer norm of rows [T, D] with gain [D] and bias [D]; the mean first, then the variance.
__kernel __attribute__((reqd_work_group_size(GROUP, 1, 1)))
void layer_norm(
    const int rows, const int cols,
    __global const float *x, const long x0, const int ldx,
    __global const float *gain, const long gain0,
    __global const float *bias, const long bias0,
    const float epsilon,
    __global float *out, const long out0, const int ldo) {
  __local float shared[GROUP];
  const int item = get_local_id(0);
  for (int row = get_group_id(0); row < rows; row += get_num_groups(0)) {
    __global const float *from = x + x0 + (long)row * ldx;
    __global float *to = out + out0 + (long)row * ldo;
    float sum = 0.0f;
    for (int col = item; col < cols; col += GROUP) {
      sum += from[col];
    }
    const float mean = group_sum(shared, sum) / cols;
    float squares = 0.0f;
    for (int col = item; col < cols; col += GROUP) {
      const float off = from[col] - mean;
      squares += off * off;
    }
    const float scale = 1.0f / sqrt(group_sum(shared, squares) / cols + epsilon);
    for (int col = item; col < cols; col += GROUP) {
      to[col] = (from[col] - mean) * scale * gain[gain0 + col] + bias[bias0 + col];
    }
  }
}

// Softmax of rows [T, D] over the columns they see, 0 elsewhere. The rows are blocks of `period`,
// such as one for each head; row i of a block sees columns 0 to past + i.
__kernel __attribute__((reqd_work_group_size(GROUP, 1, 1)))
void causal_softmax(
    const int rows, const int period, const int cols, const int past,
    __global const float *x, const long x0, const int ldx,
    __global float *out, const long out0, const int ldo) {
  __local float shared[GROUP];
  const int item = get_local_id(0);
  for (int row = get_group_id(0); row < rows; row += get_num_groups(0)) {
    __global const float *from = x + x0 + (long)row * ldx;
    __global float *to = out + out0 + (long)row * ldo;
    const int seen = (int)min((long)cols, (long)past + row % period + 1);
    float largest = -INFINITY;
    for (int col = item; col < seen; col += GROUP) {
      largest = fmax(largest, from[col]);
    }
    largest = group_max(shared, largest);
    float sum = 0.0f;
    for (int col = item; col < seen; col += GROUP) {
      const float e = exp(from[col] - largest);
      to[col] = e;
      sum += e;
    }
    sum = group_sum(shared, sum);
    for (int col = item; col < cols; col += GROUP) {
      to[col] = col < seen ? to[col] / sum : 0.0f;
    }
  }
}
