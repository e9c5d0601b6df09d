package org.inferscope.model.network.code;

import java.util.Optional;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.tensor.Matrix;

/** Writes a network as PyTorch code: an {@code nn.Sequential} that is given its state. */
final class TorchCode {
  private static final String INDENT = "    ";
  private static final String END = "], dtype=torch.float32)";

  private final Subject subject;
  private final CodeLines code = new CodeLines();

  TorchCode(Subject subject) {
    this.subject = subject;
  }

  CodeText write() {
    boolean file = subject.weights() == Storage.FILE;
    subject.comments().forEach(comment -> code.add("# " + comment));
    if (subject.isAnythingEncoded()) {
      code.add("import base64", "");
    }
    code.add("import torch");
    if (file) {
      code.add("from safetensors.torch import load_file");
    }
    code.add("from torch import nn", "");
    if (subject.isAnythingEncoded()) {
      code.add(
          "",
          "def floats(text, *shape):",
          INDENT + "data = bytearray(base64.b64decode(text))",
          INDENT + "return torch.frombuffer(data, dtype=torch.float32).reshape(shape)",
          "",
          "");
    }
    network();
    state();
    code.add("");
    input();
    String in = subject.isBatch() ? "X" : "x";
    String out = subject.isBatch() ? "Y" : "y";
    code.add("", "with torch.no_grad():", INDENT + out + " = network(" + in + ")");
    code.add("torch.set_printoptions(precision=8)", "print(" + out + ")");
    return code.toText(file);
  }

  private void network() {
    code.add("network = nn.Sequential(");
    for (NetworkLayer layer : subject.network().layers()) {
      code.add(INDENT + "nn.Linear(" + layer.inputs() + ", " + layer.outputs() + "),");
      module(layer.activation()).ifPresent(module -> code.add(INDENT + module + ","));
    }
    code.add(")");
  }

  private static Optional<String> module(Activation activation) {
    return switch (activation) {
      case IDENTITY -> Optional.empty();
      case RELU -> Optional.of("nn.ReLU()");
      case LEAKY_RELU -> Optional.of("nn.LeakyReLU(0.01)");
      case GELU -> Optional.of("nn.GELU(approximate=\"tanh\")");
      case SILU -> Optional.of("nn.SiLU()");
      case SIGMOID -> Optional.of("nn.Sigmoid()");
      case TANH -> Optional.of("nn.Tanh()");
      case SOFTMAX -> Optional.of("nn.Softmax(dim=-1)");
    };
  }

  private void state() {
    if (subject.weights() == Storage.FILE) {
      code.add(
          "weights = load_file(\"" + NetworkCode.FILE + "\")",
          "network.load_state_dict({",
          INDENT + "name.removeprefix(\"network.\"): weights[name] for name in weights",
          "})");
      return;
    }
    code.add("network.load_state_dict({");
    for (int l = 0; l < subject.depth(); l++) {
      NetworkLayer layer = subject.layer(l);
      String key = INDENT + "\"" + subject.names().index(l);
      matrix(key + ".weight\": ", layer.w(), subject.weights(), INDENT, ",");
      vector(key + ".bias\": ", layer.b().column(0), subject.weights(), INDENT, ",");
    }
    code.add("})");
  }

  private void input() {
    if (subject.isBatch()) {
      matrix("X = ", subject.x(), subject.input(), "", "");
    } else {
      vector("x = ", subject.x().row(0), subject.input(), "", "");
    }
  }

  private void matrix(String start, Matrix matrix, Storage storage, String indent, String after) {
    if (storage == Storage.ENCODED) {
      packed(start, matrix.toArray(), matrix.rows() + ", " + matrix.cols(), after);
    } else {
      code.add(start + "torch.tensor([");
      code.addAll(NumberText.PYTHON.rows(matrix, indent + INDENT));
      code.add(indent + END + after);
    }
  }

  private void vector(String start, float[] values, Storage storage, String indent, String after) {
    if (storage == Storage.ENCODED) {
      packed(start, values, "" + values.length, after);
    } else {
      code.add(start + "torch.tensor([");
      code.addAll(NumberText.PYTHON.row(values, indent + INDENT));
      code.add(indent + END + after);
    }
  }

  private void packed(String start, float[] values, String shape, String after) {
    code.add(start + "floats(\"\"\"");
    code.addPacked(NumberText.packed(values));
    code.add("\"\"\", " + shape + ")" + after);
  }
}
