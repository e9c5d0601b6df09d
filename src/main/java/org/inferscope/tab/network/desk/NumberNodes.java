package org.inferscope.tab.network.desk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.tensor.Matrix;
import org.inferscope.text.Texts;

/**
 * Matrices in lesson files: row by row where a person can still read them, otherwise the bytes of
 * their float32 numbers, least significant first, in base64. Stateless, any thread.
 */
final class NumberNodes {
  /** More numbers than this are not for reading. */
  private static final int READABLE = 4096;

  private NumberNodes() {}

  static LessonNode write(Matrix matrix) {
    if (matrix.size() <= READABLE) {
      return LessonNode.of(matrix);
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * matrix.size()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(matrix.buffer());
    return new LessonFields()
        .put("rows", matrix.rows())
        .put("cols", matrix.cols())
        .put("base64", Base64.getEncoder().encodeToString(bytes.array()))
        .node();
  }

  /**
   * Reads a matrix.
   *
   * @param mostRows how many rows it may have
   * @param mostCols how many columns
   * @throws org.inferscope.io.lesson.LessonException naming the line, if it is none
   */
  static Matrix read(LessonNode node, int mostRows, int mostCols) {
    Matrix matrix = node.isObject() ? bytes(node, mostRows, mostCols) : node.matrix();
    if (matrix.rows() < 1
        || matrix.rows() > mostRows
        || matrix.cols() < 1
        || matrix.cols() > mostCols) {
      throw node.unexpected(
          Texts.get(
              "network.lesson.matrix", Integer.toString(mostRows), Integer.toString(mostCols)));
    }
    return matrix;
  }

  private static Matrix bytes(LessonNode node, int mostRows, int mostCols) {
    int rows = node.get("rows").whole(1, mostRows);
    int cols = node.get("cols").whole(1, mostCols);
    LessonNode text = node.get("base64");
    byte[] bytes = decoded(text);
    if (bytes.length != (long) Float.BYTES * rows * cols) {
      throw text.unexpected(
          Texts.get("network.lesson.bytes", Long.toString((long) Float.BYTES * rows * cols)));
    }
    float[] numbers = new float[rows * cols];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
    return Matrix.owning(rows, cols, numbers);
  }

  private static byte[] decoded(LessonNode text) {
    try {
      return Base64.getDecoder().decode(text.text());
    } catch (IllegalArgumentException e) {
      throw text.unexpected(Texts.get("network.lesson.base64"));
    }
  }
}
