package org.inferscope.model.network.code;

import org.inferscope.model.network.Activation;

/** The methods that Java programs are put together from. */
final class JavaParts {
  static final String LINEAR =
      """
      static float[] linear(float[][] w, float[] b, float[] x) {
        float[] z = new float[w.length];
        for (int i = 0; i < w.length; i++) {
          float sum = 0;
          for (int j = 0; j < x.length; j++) {
            sum += w[i][j] * x[j];
          }
          z[i] = sum + b[i];
        }
        return z;
      }
      """;

  static final String EACH =
      """
      static float[] each(float[] z, DoubleUnaryOperator f) {
        float[] a = new float[z.length];
        for (int i = 0; i < z.length; i++) {
          a[i] = (float) f.applyAsDouble(z[i]);
        }
        return a;
      }
      """;

  static final String SOFTMAX =
      """
      static float[] softmax(float[] z) {
        float max = Float.NEGATIVE_INFINITY;
        for (float value : z) {
          max = Math.max(max, value);
        }
        double sum = 0;
        for (float value : z) {
          sum += Math.exp(value - max);
        }
        float[] a = new float[z.length];
        for (int i = 0; i < z.length; i++) {
          a[i] = (float) (Math.exp(z[i] - max) / sum);
        }
        return a;
      }
      """;

  static final String FLOATS =
      """
      static float[][] floats(int rows, int cols, String... base64) {
        byte[] bytes = Base64.getMimeDecoder().decode(String.join("", base64));
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[][] values = new float[rows][cols];
        for (float[] row : values) {
          for (int j = 0; j < cols; j++) {
            row[j] = data.getFloat();
          }
        }
        return values;
      }
      """;

  /** With a place for the file's name. */
  static final String TENSOR =
      """
      static float[][] tensor(String name, int rows, int cols) {
        try (RandomAccessFile file = new RandomAccessFile("%s", "r")) {
          byte[] header = new byte[(int) Long.reverseBytes(file.readLong())];
          file.readFully(header);
          Matcher offset =
              Pattern.compile("\\"" + name + "\\"[^}]*\\"data_offsets\\":\\\\[(\\\\d+)")
                  .matcher(new String(header, StandardCharsets.UTF_8));
          if (!offset.find()) {
            throw new IllegalStateException(name + " is missing");
          }
          file.seek(8 + header.length + Long.parseLong(offset.group(1)));
          byte[] bytes = new byte[rows * cols * 4];
          file.readFully(bytes);
          ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
          float[][] values = new float[rows][cols];
          for (float[] row : values) {
            for (int j = 0; j < cols; j++) {
              row[j] = data.getFloat();
            }
          }
          return values;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      """;

  private JavaParts() {}

  /** The name of the method of a pointwise activation. */
  static String name(Activation activation) {
    return switch (activation) {
      case RELU -> "relu";
      case LEAKY_RELU -> "leakyRelu";
      case GELU -> "gelu";
      case SILU -> "silu";
      case SIGMOID -> "sigmoid";
      case TANH -> "tanh";
      case IDENTITY, SOFTMAX -> throw notPointwise(activation);
    };
  }

  /** What it gives for z. */
  static String formula(Activation activation) {
    return switch (activation) {
      case RELU -> "Math.max(0, z)";
      case LEAKY_RELU -> "z < 0 ? 0.01 * z : z";
      case GELU -> "0.5 * z * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z)))";
      case SILU -> "z / (1 + Math.exp(-z))";
      case SIGMOID -> "1 / (1 + Math.exp(-z))";
      case TANH -> "Math.tanh(z)";
      case IDENTITY, SOFTMAX -> throw notPointwise(activation);
    };
  }

  private static IllegalArgumentException notPointwise(Activation activation) {
    return new IllegalArgumentException("'activation' must be pointwise, but was " + activation);
  }
}
