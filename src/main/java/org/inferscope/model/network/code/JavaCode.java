package org.inferscope.model.network.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.tensor.Matrix;
import org.inferscope.text.Texts;

/** Writes a network as one class of plain Java 17. */
final class JavaCode {
  private static final String INDENT = "  ";

  /** Lines of base64 in one text block; a constant may have 65,535 bytes. */
  private static final int LINES_A_BLOCK = 600;

  private final Subject subject;
  private final CodeLines code = new CodeLines();

  JavaCode(Subject subject) {
    this.subject = subject;
  }

  CodeText write() {
    code.add("// " + Texts.get("networkcode.java"));
    subject.comments().forEach(comment -> code.add("// " + comment));
    code.add("");
    imports().forEach(type -> code.add("import " + type + ";"));
    code.add("", "public class Main {");
    for (int l = 0; l < subject.depth(); l++) {
      parameters(l);
    }
    matrix("X", subject.x(), subject.input());
    main();
    code.add("").addAll(indented(JavaParts.LINEAR));
    activations();
    if (subject.isAnythingEncoded()) {
      code.add("").addAll(indented(JavaParts.FLOATS));
    }
    if (subject.weights() == Storage.FILE) {
      code.add("").addAll(indented(JavaParts.TENSOR.formatted(NetworkCode.FILE)));
    }
    code.add("}");
    return code.toText(subject.weights() == Storage.FILE);
  }

  private Set<String> imports() {
    Set<String> types = new TreeSet<>();
    types.add("java.util.Arrays");
    if (subject.activations().stream().anyMatch(JavaCode::isPointwise)) {
      types.add("java.util.function.DoubleUnaryOperator");
    }
    if (subject.isAnythingEncoded() || subject.weights() == Storage.FILE) {
      types.addAll(List.of("java.nio.ByteBuffer", "java.nio.ByteOrder"));
    }
    if (subject.isAnythingEncoded()) {
      types.add("java.util.Base64");
    }
    if (subject.weights() == Storage.FILE) {
      types.addAll(
          List.of(
              "java.io.IOException",
              "java.io.RandomAccessFile",
              "java.io.UncheckedIOException",
              "java.nio.charset.StandardCharsets",
              "java.util.regex.Matcher",
              "java.util.regex.Pattern"));
    }
    return types;
  }

  private static boolean isPointwise(Activation activation) {
    return activation != Activation.IDENTITY && activation != Activation.SOFTMAX;
  }

  private void parameters(int l) {
    NetworkLayer layer = subject.layer(l);
    String n = Integer.toString(l + 1);
    if (subject.weights() == Storage.FILE) {
      code.add(field("W" + n, tensor(subject.names().weight(l), layer.outputs(), layer.inputs())));
      code.add(field("B" + n, tensor(subject.names().bias(l), 1, layer.outputs())));
    } else {
      matrix("W" + n, layer.w(), subject.weights());
      float[] bias = layer.b().column(0);
      matrix("B" + n, Matrix.of(1, bias.length, bias), subject.weights());
    }
  }

  private static String tensor(String name, int rows, int cols) {
    return "tensor(\"" + name + "\", " + rows + ", " + cols + ");";
  }

  private static String field(String name, String value) {
    return INDENT + "static final float[][] " + name + " = " + value;
  }

  private void matrix(String name, Matrix matrix, Storage storage) {
    if (storage == Storage.WRITTEN) {
      code.add(field(name, "{"));
      code.addAll(NumberText.JAVA.rows(matrix, INDENT + INDENT));
      code.add(INDENT + "};");
      return;
    }
    code.add(field(name, "floats(" + matrix.rows() + ", " + matrix.cols() + ", \"\"\""));
    code.addPacked(blocks(NumberText.packed(matrix.toArray())));
    code.add("\"\"\");");
  }

  /** The lines with the end of a text block and the start of the next one wherever one is full. */
  private static List<String> blocks(List<String> lines) {
    List<String> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0 && i % LINES_A_BLOCK == 0) {
        blocks.add("\"\"\", \"\"\"");
      }
      blocks.add(lines.get(i));
    }
    return blocks;
  }

  private void main() {
    String twice = INDENT + INDENT;
    code.add("", INDENT + "public static void main(String[] args) {");
    code.add(twice + "for (float[] x : X) {");
    for (int l = 0; l < subject.depth(); l++) {
      code.add(twice + INDENT + forward(l));
    }
    code.add(
        twice + INDENT + "System.out.println(Arrays.toString(" + name(subject.depth()) + "));",
        twice + "}",
        INDENT + "}");
  }

  private String forward(int l) {
    NetworkLayer layer = subject.layer(l);
    String n = Integer.toString(l + 1);
    String sum = "linear(W" + n + ", B" + n + "[0], " + name(l) + ")";
    String value =
        switch (layer.activation()) {
          case IDENTITY -> sum;
          case SOFTMAX -> "softmax(" + sum + ")";
          default -> "each(" + sum + ", Main::" + JavaParts.name(layer.activation()) + ")";
        };
    return "float[] %s = %s; // [%d, %d] x [%d] -> [%d]"
        .formatted(
            name(l + 1), value, layer.outputs(), layer.inputs(), layer.inputs(), layer.outputs());
  }

  private String name(int c) {
    return c == 0 ? "x" : c == subject.depth() ? "y" : "h" + c;
  }

  private void activations() {
    Set<Activation> used = subject.activations();
    if (used.stream().anyMatch(JavaCode::isPointwise)) {
      code.add("").addAll(indented(JavaParts.EACH));
    }
    for (Activation activation : used) {
      if (activation == Activation.SOFTMAX) {
        code.add("").addAll(indented(JavaParts.SOFTMAX));
      } else if (isPointwise(activation)) {
        code.add(
            "",
            INDENT + "static double " + JavaParts.name(activation) + "(double z) {",
            INDENT + INDENT + "return " + JavaParts.formula(activation) + ";",
            INDENT + "}");
      }
    }
  }

  private static List<String> indented(String part) {
    return part.lines().map(line -> line.isEmpty() ? line : INDENT + line).toList();
  }
}
