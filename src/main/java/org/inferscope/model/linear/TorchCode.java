package org.inferscope.model.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a layer as PyTorch code. Seeded numbers of {@code nn.Linear} come from PyTorch itself;
 * those of NumPy's generator need NumPy, since PyTorch's normal numbers are others.
 */
final class TorchCode {
  private static final String INDENT = "    ";

  /** A tensor within one more call, which it closes. */
  private static final PythonArray WITHIN_CALL =
      new PythonArray("torch", "torch.tensor(", ", dtype=torch.float32))");

  private final LayerCode.Subject subject;
  private final int in;
  private final int out;

  TorchCode(LayerCode.Subject subject) {
    this.subject = subject;
    in = subject.layer().inputs();
    out = subject.layer().outputs();
  }

  String text() {
    List<String> lines = new ArrayList<>();
    if (needsNumpy()) {
      lines.add("import numpy as np");
    }
    lines.addAll(List.of("import torch", "from torch import nn", ""));
    lines.addAll(layer());
    lines.add("");
    lines.addAll(inputs());
    lines.add("");
    lines.add("with torch.no_grad():");
    lines.add(INDENT + (subject.isBatch() ? "Y = layer(X)" : "y = layer(x)"));
    lines.add(subject.isBatch() ? "print(Y)" : "print(y)");
    return String.join("\n", lines) + "\n";
  }

  private boolean needsNumpy() {
    return subject.inputSeed().isPresent() || isNormal();
  }

  private List<String> layer() {
    String layer = "layer = nn.Linear(" + in + ", " + out + ")";
    if (subject.init() == Initialisation.PYTORCH) {
      return List.of("torch.manual_seed(" + seed() + ")", layer);
    }
    List<String> lines = new ArrayList<>();
    if (isNormal()) {
      lines.add("np.random.seed(" + seed() + ")");
      lines.add("W = " + NumpyCode.normalNumbers(subject.init(), in, out));
    }
    lines.add(layer);
    lines.add("with torch.no_grad():");
    parameters().forEach(line -> lines.add(INDENT + line));
    return lines;
  }

  private List<String> parameters() {
    return switch (subject.init()) {
      case XAVIER_NORMAL, HE_NORMAL ->
          List.of("layer.weight.copy_(torch.from_numpy(W))", "layer.bias.zero_()");
      case IDENTITY -> List.of("nn.init.eye_(layer.weight)", "layer.bias.zero_()");
      case ZEROS -> List.of("layer.weight.zero_()", "layer.bias.zero_()");
      case ROTATION -> rotation();
      case NOTEBOOK, PYTORCH -> written();
    };
  }

  private List<String> written() {
    return List.of(
        WITHIN_CALL.matrix(INDENT + "layer.weight.copy_(", subject.layer().w()).strip(),
        WITHIN_CALL.vector(INDENT + "layer.bias.copy_(", subject.layer().b().column(0)).strip());
  }

  private List<String> rotation() {
    if (in < 2 || out < 2) {
      return written();
    }
    String corner =
        WITHIN_CALL.matrix(
            INDENT + "layer.weight[:2, :2].copy_(", NumpyCode.corner(subject.layer().w()));
    return List.of("nn.init.eye_(layer.weight)", corner.strip(), "layer.bias.zero_()");
  }

  private List<String> inputs() {
    if (subject.inputSeed().isPresent()) {
      return List.of(
          "np.random.seed(" + subject.inputSeed().get() + ")",
          name() + " = torch.from_numpy(" + NumpyCode.randomInputs(subject) + ").float()");
    }
    return List.of(
        subject.isBatch()
            ? PythonArray.TORCH.matrix("X = ", subject.x())
            : PythonArray.TORCH.vector("x = ", subject.x().row(0)));
  }

  private String name() {
    return subject.isBatch() ? "X" : "x";
  }

  private boolean isNormal() {
    return subject.init() == Initialisation.XAVIER_NORMAL
        || subject.init() == Initialisation.HE_NORMAL;
  }

  private String seed() {
    return Long.toString(subject.origin().orElseThrow().seed());
  }
}
