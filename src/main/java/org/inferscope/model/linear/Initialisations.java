package org.inferscope.model.linear;

import org.inferscope.model.matmul.Rotation;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.tensor.TorchRandom;

/** Fills the weights and the bias of every {@link Initialisation}. */
final class Initialisations {
  private Initialisations() {}

  static LinearLayer make(InitRequest request) {
    int in = request.inputs();
    int out = request.outputs();
    return switch (request.init()) {
      case NOTEBOOK -> notebook();
      case XAVIER_NORMAL -> normal(request, Math.sqrt(2.0 / (in + out)));
      case HE_NORMAL -> normal(request, Math.sqrt(2.0 / in));
      case PYTORCH -> pytorch(request);
      case IDENTITY -> unbiased(Matrix.generate(out, in, Initialisations::identity));
      case ZEROS -> unbiased(Matrix.zeros(out, in));
      case ROTATION -> rotation(request);
    };
  }

  private static LinearLayer notebook() {
    return new LinearLayer(
        Matrix.of(
            new double[][] {{0.1, 0.2, 0.3, 0.4}, {0.5, 0.6, 0.7, 0.8}, {0.9, 1.0, 1.1, 1.2}}),
        Matrix.of(new double[][] {{0.01}, {0.02}, {0.03}}));
  }

  /** np.random.seed(seed); W = np.random.randn(out, in) * scale; b = np.zeros(out). */
  private static LinearLayer normal(InitRequest request, double scale) {
    NumpyRandom random = new NumpyRandom(request.seed());
    return unbiased(
        Matrix.generate(
            request.outputs(), request.inputs(), (i, j) -> random.standardNormal() * scale));
  }

  /** torch.manual_seed(seed); nn.Linear(in, out). */
  private static LinearLayer pytorch(InitRequest request) {
    TorchRandom random = new TorchRandom(request.seed());
    // PyTorch gets the weights' bound by way of Kaiming's formula with a = √5; as a float32 it is
    // the same as 1/√in for all sizes here.
    float bound = (float) (1 / Math.sqrt(request.inputs()));
    Matrix w = random.uniform(-bound, bound, request.outputs(), request.inputs());
    Matrix b = random.uniform(-bound, bound, request.outputs(), 1);
    return new LinearLayer(w, b);
  }

  /** The upper left part of a rotation, where there is but one input or one output. */
  private static LinearLayer rotation(InitRequest request) {
    Matrix turn = Rotation.matrix(request.degrees());
    return unbiased(
        Matrix.generate(
            request.outputs(),
            request.inputs(),
            (i, j) -> i < 2 && j < 2 ? turn.get(i, j) : identity(i, j)));
  }

  private static double identity(int i, int j) {
    return i == j ? 1 : 0;
  }

  private static LinearLayer unbiased(Matrix w) {
    return new LinearLayer(w, Matrix.zeros(w.rows(), 1));
  }
}
