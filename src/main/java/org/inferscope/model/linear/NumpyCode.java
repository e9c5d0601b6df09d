package org.inferscope.model.linear;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.tensor.Matrix;
import org.inferscope.text.Texts;

/** Writes a layer as NumPy code. */
final class NumpyCode {
  private final LayerCode.Subject subject;
  private final int in;
  private final int out;

  NumpyCode(LayerCode.Subject subject) {
    this.subject = subject;
    in = subject.layer().inputs();
    out = subject.layer().outputs();
  }

  String text() {
    List<String> lines = new ArrayList<>(List.of("import numpy as np", ""));
    lines.addAll(parameters());
    lines.add("");
    lines.addAll(inputs());
    lines.add("");
    lines.add(subject.isBatch() ? "Y = X @ W.T + b" : "y = W @ x + b");
    lines.add(subject.isBatch() ? "print(Y)" : "print(y)");
    return String.join("\n", lines) + "\n";
  }

  private List<String> parameters() {
    return switch (subject.init()) {
      case NOTEBOOK -> written();
      case XAVIER_NORMAL, HE_NORMAL -> normal();
      case PYTORCH -> torchNumbers();
      case IDENTITY -> unbiased("W = np.eye(" + sizes() + ", dtype=np.float32)");
      case ZEROS -> unbiased("W = np.zeros((" + sizes() + "), dtype=np.float32)");
      case ROTATION -> rotation();
    };
  }

  private List<String> written() {
    return List.of(
        PythonArray.NUMPY.matrix("W = ", subject.layer().w()),
        PythonArray.NUMPY.vector("b = ", subject.layer().b().column(0)));
  }

  private List<String> normal() {
    List<String> lines = new ArrayList<>(List.of(seed()));
    lines.addAll(
        unbiased("W = (" + normalNumbers(subject.init(), in, out) + ").astype(np.float32)"));
    return lines;
  }

  /** The random weights in float64, by the notebook's formula and by He's. */
  static String normalNumbers(Initialisation init, int in, int out) {
    String fan = init == Initialisation.HE_NORMAL ? "" + in : "(" + in + " + " + out + ")";
    return "np.random.randn(" + out + ", " + in + ") * np.sqrt(2.0 / " + fan + ")";
  }

  /**
   * Both libraries have the same generator behind them and seed it the same way; PyTorch makes a
   * number of the lower 24 of each 32 bits and scales it with a fused multiply-add of float32s.
   * Float64 holds that one's product and sum exactly, so that rounding it once gives the same.
   */
  private List<String> torchNumbers() {
    int weights = in * out;
    String seed = seedOf();
    return List.of(
        "# " + Texts.get("linearfigures.code.torchNumbers", seed, "" + in, "" + out),
        seed(),
        "bits = np.random.randint(0, 2**32, " + (weights + out) + ", dtype=np.uint32)",
        "u = (bits & 0xFFFFFF) / 2**24",
        "k = np.float64(np.float32(1 / np.sqrt(" + in + ")))",
        "p = (2 * k * u - k).astype(np.float32)",
        "W, b = p[:" + weights + "].reshape(" + sizes() + "), p[" + weights + ":]");
  }

  private List<String> rotation() {
    if (in < 2 || out < 2) {
      return written();
    }
    List<String> lines = new ArrayList<>(List.of("W = np.eye(" + sizes() + ", dtype=np.float32)"));
    lines.add(PythonArray.NUMPY.matrix("W[:2, :2] = ", corner(subject.layer().w())));
    lines.add(zeros());
    return lines;
  }

  /** The first two rows of the first two columns. */
  static Matrix corner(Matrix w) {
    return Matrix.generate(2, 2, w::get);
  }

  private List<String> unbiased(String weights) {
    return List.of(weights, zeros());
  }

  private String zeros() {
    return "b = np.zeros(" + out + ", dtype=np.float32)";
  }

  private List<String> inputs() {
    if (subject.inputSeed().isPresent()) {
      return List.of(
          "np.random.seed(" + subject.inputSeed().get() + ")",
          name() + " = " + randomInputs(subject) + ".astype(np.float32)");
    }
    return List.of(
        subject.isBatch()
            ? PythonArray.NUMPY.matrix("X = ", subject.x())
            : PythonArray.NUMPY.vector("x = ", subject.x().row(0)));
  }

  private String name() {
    return subject.isBatch() ? "X" : "x";
  }

  /** The random inputs in float64. */
  static String randomInputs(LayerCode.Subject subject) {
    String rows = subject.isBatch() ? subject.x().rows() + ", " : "";
    return "np.random.randn(" + rows + subject.x().cols() + ")";
  }

  private String sizes() {
    return out + ", " + in;
  }

  private String seed() {
    return "np.random.seed(" + seedOf() + ")";
  }

  private String seedOf() {
    return Long.toString(subject.origin().orElseThrow().seed());
  }
}
