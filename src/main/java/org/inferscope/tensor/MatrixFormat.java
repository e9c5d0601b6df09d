package org.inferscope.tensor;

/** The ways a matrix is written as text. */
public enum MatrixFormat {
  /** Cells separated by tabs, as spreadsheets copy and paste them. */
  TSV,
  /** Cells separated by commas, or by semicolons where the comma is the decimal separator. */
  CSV,
  /** Cells separated by spaces. */
  SPACES,
  /** Python: {@code np.array([[1, 2], [3, 4]])}, nested lists, or what NumPy and PyTorch print. */
  NUMPY,
  /** MATLAB or Octave: {@code [1 2; 3 4]}. */
  MATLAB
}
