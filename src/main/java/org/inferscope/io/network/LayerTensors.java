package org.inferscope.io.network;

import java.util.Optional;
import org.inferscope.io.safetensors.TensorInfo;

/**
 * The tensors of one layer in a file.
 *
 * @param prefix what their names have in common: "network.0."
 * @param weight [O, I]
 * @param bias [O]; empty where the file has none
 */
record LayerTensors(String prefix, TensorInfo weight, Optional<TensorInfo> bias) {
  long inputs() {
    return weight.shape().get(1);
  }

  long outputs() {
    return weight.shape().get(0);
  }

  long count() {
    return weight.count() + bias.map(TensorInfo::count).orElse(0L);
  }
}
