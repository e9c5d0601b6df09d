package org.inferscope.model.network.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.tensor.Matrix;

/** Writes a network as NumPy code: each layer a line. */
final class NumpyCode {
  private static final String INDENT = "    ";
  private static final String END = ", dtype=np.float32)";

  private final Subject subject;
  private final CodeLines code = new CodeLines();

  NumpyCode(Subject subject) {
    this.subject = subject;
  }

  CodeText write() {
    subject.comments().forEach(comment -> code.add("# " + comment));
    imports();
    functions();
    if (subject.weights() == Storage.FILE) {
      file();
    }
    for (int l = 0; l < subject.depth(); l++) {
      parameters(l);
    }
    code.add("");
    input();
    code.add("");
    for (int l = 0; l < subject.depth(); l++) {
      code.add(forward(l));
    }
    code.add("print(" + name(subject.depth()) + ")");
    return code.toText(subject.weights() == Storage.FILE);
  }

  private void imports() {
    List<String> modules = new ArrayList<>();
    if (subject.isAnythingEncoded()) {
      modules.add("import base64");
    }
    if (subject.weights() == Storage.FILE) {
      modules.addAll(List.of("import json", "import struct"));
    }
    if (subject.activations().contains(Activation.GELU)) {
      modules.add("import math");
    }
    if (!modules.isEmpty()) {
      code.addAll(modules).add("");
    }
    code.add("import numpy as np");
  }

  private void functions() {
    for (Activation activation : subject.activations()) {
      List<String> body = body(activation);
      if (!body.isEmpty()) {
        function(function(activation) + "(z)", body);
      }
    }
    if (subject.isAnythingEncoded()) {
      function(
          "floats(text, *shape)",
          List.of("return np.frombuffer(base64.b64decode(text), dtype=\"<f4\").reshape(shape)"));
    }
    code.add("", "");
  }

  private void function(String head, List<String> body) {
    code.add("", "", "def " + head + ":");
    body.forEach(line -> code.add(INDENT + line));
  }

  /** Float32 throughout: a number of Python's does not widen an array. */
  private static List<String> body(Activation activation) {
    return switch (activation) {
      case IDENTITY, TANH -> List.of();
      case RELU -> List.of("return np.maximum(0, z)");
      case LEAKY_RELU -> List.of("return np.where(z < 0, 0.01 * z, z)");
      case GELU ->
          List.of("return 0.5 * z * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))");
      case SILU -> List.of("return z / (1 + np.exp(-z))");
      case SIGMOID -> List.of("return 1 / (1 + np.exp(-z))");
      case SOFTMAX ->
          List.of(
              "e = np.exp(z - z.max(axis=-1, keepdims=True))",
              "return e / e.sum(axis=-1, keepdims=True)");
    };
  }

  private static String function(Activation activation) {
    return switch (activation) {
      case IDENTITY -> "";
      case RELU -> "relu";
      case LEAKY_RELU -> "leaky_relu";
      case GELU -> "gelu";
      case SILU -> "silu";
      case SIGMOID -> "sigmoid";
      case TANH -> "np.tanh";
      case SOFTMAX -> "softmax";
    };
  }

  private void file() {
    code.add(
        "with open(\"" + NetworkCode.FILE + "\", \"rb\") as file:",
        INDENT + "size, = struct.unpack(\"<Q\", file.read(8))",
        INDENT + "header = json.loads(file.read(size))",
        INDENT + "data = file.read()",
        "",
        "",
        "def tensor(name):",
        INDENT + "begin, end = header[name][\"data_offsets\"]",
        INDENT + "values = np.frombuffer(data[begin:end], dtype=\"<f4\")",
        INDENT + "return values.reshape(header[name][\"shape\"])",
        "",
        "");
  }

  private void parameters(int l) {
    NetworkLayer layer = subject.layer(l);
    String w = "W" + (l + 1) + " = ";
    String b = "b" + (l + 1) + " = ";
    if (subject.weights() == Storage.FILE) {
      code.add(w + "tensor(\"" + subject.names().weight(l) + "\")");
      code.add(b + "tensor(\"" + subject.names().bias(l) + "\")");
    } else {
      matrix(w, layer.w(), subject.weights());
      vector(b, layer.b().column(0), subject.weights());
    }
  }

  private void matrix(String start, Matrix matrix, Storage storage) {
    if (storage == Storage.ENCODED) {
      packed(start, matrix.toArray(), matrix.rows() + ", " + matrix.cols());
    } else {
      code.add(start + "np.array([");
      code.addAll(NumberText.PYTHON.rows(matrix, INDENT));
      code.add("]" + END);
    }
  }

  private void vector(String start, float[] values, Storage storage) {
    if (storage == Storage.ENCODED) {
      packed(start, values, "" + values.length);
    } else {
      code.add(start + "np.array([");
      code.addAll(NumberText.PYTHON.row(values, INDENT));
      code.add("]" + END);
    }
  }

  private void packed(String start, float[] values, String shape) {
    code.add(start + "floats(\"\"\"");
    code.addPacked(NumberText.packed(values));
    code.add("\"\"\", " + shape + ")");
  }

  private void input() {
    if (subject.isBatch()) {
      matrix("X = ", subject.x(), subject.input());
    } else {
      vector("x = ", subject.x().row(0), subject.input());
    }
  }

  private String forward(int l) {
    NetworkLayer layer = subject.layer(l);
    String before = name(l);
    String n = Integer.toString(l + 1);
    String in = Integer.toString(layer.inputs());
    String out = Integer.toString(layer.outputs());
    String rows = Integer.toString(subject.x().rows());
    String sum;
    List<String> shapes = new ArrayList<>();
    if (subject.isBatch()) {
      sum = before + " @ W" + n + ".T + b" + n;
      shapes.addAll(List.of(rows + ", " + in, in + ", " + out, rows + ", " + out));
    } else {
      sum = "W" + n + " @ " + before + " + b" + n;
      shapes.addAll(List.of(out + ", " + in, in, out));
    }
    String function = function(layer.activation());
    String value = function.isEmpty() ? sum : function + "(" + sum + ")";
    return "%s = %s  # [%s] @ [%s] -> [%s]"
        .formatted(name(l + 1), value, shapes.get(0), shapes.get(1), shapes.get(2));
  }

  /** The variable of a column. */
  private String name(int c) {
    String name = c == 0 ? "x" : c == subject.depth() ? "y" : "h" + c;
    return subject.isBatch() ? name.toUpperCase(Locale.ROOT) : name;
  }
}
