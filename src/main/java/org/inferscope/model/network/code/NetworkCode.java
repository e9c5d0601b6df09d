package org.inferscope.model.network.code;

import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.Network;

/** Writes a network and its input as a program that runs as pasted. Stateless, any thread. */
public final class NetworkCode {
  /** The file that the programs of the largest networks read their weights from. */
  public static final String FILE = "network.safetensors";

  /** Weights and biases up to which they are written out. */
  public static final int MOST_WRITTEN = 1_500;

  /** Weights and biases up to which the program holds them, packed. */
  public static final int MOST_ENCODED = 1_000_000;

  /** Inputs up to which the program runs all of them; of more it runs the one in focus. */
  public static final int MOST_ROWS = 32;

  /** What programs are written with. */
  public enum Language {
    /** Python with NumPy, each layer a line of its own. */
    NUMPY,
    /** Python with PyTorch, an {@code nn.Sequential}. */
    PYTORCH,
    /** Java 17 without libraries, a class {@code Main}. */
    JAVA
  }

  private NetworkCode() {}

  /**
   * The program, which prints what the last layer gives.
   *
   * @param x [T, I]
   * @param row the input in focus, from 0; the only one the program has if T is over {@link
   *     #MOST_ROWS}
   */
  public static CodeText write(Language language, Network network, InputBatch x, int row) {
    Subject subject = Subject.of(network, x, row);
    return switch (language) {
      case NUMPY -> new NumpyCode(subject).write();
      case PYTORCH -> new TorchCode(subject).write();
      case JAVA -> new JavaCode(subject).write();
    };
  }
}
