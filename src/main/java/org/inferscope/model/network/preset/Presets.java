package org.inferscope.model.network.preset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.text.Texts;

/** The networks to start from. Any thread; making one draws no weights. */
public final class Presets {
  private static final int DEEP_WIDTH = 12;

  private static final long INPUT_SEED = 7;

  /** As many inputs as the tab is to keep up with while a slider of this network is dragged. */
  private static final int WIDE_BATCH_ROWS = 32;

  private Presets() {}

  /** All but the trained one, in the order of the menu. */
  public static List<Preset> drawn() {
    return List.of(
        notebook(), mnistSized(), wideBatch(), autoencoder(), deepNarrow(), wide(), xor());
  }

  /** The notebook's [8, 16, 8, 4], which the tab opens on. */
  public static Preset notebook() {
    NetworkPlan plan = NetworkPlan.of(8, 16, 8, 4);
    return new Preset(
        "notebook",
        Texts.get("networkmodel.preset.notebook"),
        Texts.get("networkmodel.preset.notebook.meaning"),
        plan,
        InputBatch.random(NetworkPlan.DEFAULT_SEED, 1, plan.inputs()),
        Optional.of(NetworkPlan.DEFAULT_SEED));
  }

  /** Sized for 28×28 pixels and ten classes. */
  public static Preset mnistSized() {
    return drawn(
        "mnist-sized",
        Texts.get("networkmodel.preset.mnist"),
        Texts.get("networkmodel.preset.mnist.meaning"),
        1,
        NetworkPlan.of(784, 128, 64, 10));
  }

  /** The network of the notebook's batching benchmark. */
  public static Preset wideBatch() {
    return drawn(
        "wide-batch",
        Texts.get("networkmodel.preset.wideBatch"),
        Texts.get("networkmodel.preset.wideBatch.meaning"),
        WIDE_BATCH_ROWS,
        NetworkPlan.of(512, 1024, 1024, 256));
  }

  /** 16 numbers through a code of 3 and back, with weights that do it: see {@link Waves}. */
  public static Preset autoencoder() {
    return new Preset(
        "autoencoder",
        Texts.get("networkmodel.preset.autoencoder"),
        Texts.get("networkmodel.preset.autoencoder.meaning"),
        NetworkPlan.of(Waves.autoencoder(), Texts.get("networkmodel.preset.autoencoder.origin")),
        Waves.examples(),
        Optional.empty());
  }

  /**
   * 24 layers of 12 with ReLU and Xavier weights. ReLU drops half of the mean square, and Xavier
   * does not make up for it, so that numbers shrink by about √½ a layer; He weights do.
   */
  public static Preset deepNarrow() {
    int[] widths = new int[NetworkPlan.DEEPEST + 1];
    Arrays.fill(widths, DEEP_WIDTH);
    return drawn(
        "deep-narrow",
        Texts.get("networkmodel.preset.deepNarrow"),
        Texts.get("networkmodel.preset.deepNarrow.meaning"),
        1,
        NetworkPlan.of(widths));
  }

  /** Few inputs and outputs, wide in between. */
  public static Preset wide() {
    return drawn(
        "wide",
        Texts.get("networkmodel.preset.wide"),
        Texts.get("networkmodel.preset.wide.meaning"),
        1,
        NetworkPlan.of(16, 256, 256, 8));
  }

  /** Exclusive or, solved by hand: h₁ = relu(x₁ + x₂), h₂ = relu(x₁ + x₂ − 1), y = h₁ − 2·h₂. */
  public static Preset xor() {
    return new Preset(
        "xor",
        Texts.get("networkmodel.preset.xor"),
        Texts.get("networkmodel.preset.xor.meaning"),
        NetworkPlan.of(Xor.network(), Texts.get("networkmodel.preset.xor.origin")),
        Xor.inputs(),
        Optional.empty());
  }

  /**
   * The trained digit classifier.
   *
   * @param trained from 64 pixels, 0 paper to 1 ink, row by row, to shares of the ten digits
   * @param digits images to start from [T, 64]
   */
  public static Preset digits(Network trained, InputBatch digits) {
    return new Preset(
        Preset.DIGITS,
        Texts.get("networkmodel.preset.digits"),
        Texts.get("networkmodel.preset.digits.meaning"),
        NetworkPlan.of(trained, Texts.get("networkmodel.preset.digits.origin")),
        digits,
        Optional.empty());
  }

  /**
   * A drawn network on {@code np.random.seed(7); np.random.randn(rows, inputs)}: with the seed of
   * the weights an input would be the first row of them, and stand out in the first unit.
   */
  private static Preset drawn(String id, String title, String meaning, int rows, NetworkPlan plan) {
    InputBatch input = InputBatch.random(INPUT_SEED, rows, plan.inputs());
    return new Preset(id, title, meaning, plan, input, Optional.of(INPUT_SEED));
  }
}
