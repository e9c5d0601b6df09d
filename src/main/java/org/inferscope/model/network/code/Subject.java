package org.inferscope.model.network.code;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.model.network.StateNames;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * What a program computes.
 *
 * @param network the network
 * @param names its tensors' names
 * @param x [T, I]; one row is written as a vector
 * @param comments what the program says of itself first
 */
record Subject(Network network, StateNames names, Matrix x, List<String> comments) {

  static Subject of(Network network, InputBatch x, int row) {
    Args.sameLength(x.inputs(), "inputs of x", network.inputs(), "inputs of the network");
    Args.index(row, x.size(), "row");
    List<String> comments = new ArrayList<>();
    boolean all = x.size() <= NetworkCode.MOST_ROWS;
    if (!all) {
      comments.add(Texts.get("networkcode.row", Numbers.count(row + 1L), Numbers.count(x.size())));
    }
    if (Storage.ofWeights(network.parameters()) == Storage.FILE) {
      comments.add(Texts.get("networkcode.saveFirst", NetworkCode.FILE));
    }
    Matrix shown = all ? x.matrix() : Matrix.of(1, x.inputs(), x.row(row));
    return new Subject(network, StateNames.of(network), shown, List.copyOf(comments));
  }

  boolean isBatch() {
    return x.rows() > 1;
  }

  int depth() {
    return network.depth();
  }

  NetworkLayer layer(int l) {
    return network.layer(l);
  }

  Storage weights() {
    return Storage.ofWeights(network.parameters());
  }

  Storage input() {
    return Storage.ofInput(x.size());
  }

  boolean isAnythingEncoded() {
    return weights() == Storage.ENCODED || input() == Storage.ENCODED;
  }

  /** The activations there are, each once. */
  Set<Activation> activations() {
    Set<Activation> used = EnumSet.noneOf(Activation.class);
    network.layers().forEach(layer -> used.add(layer.activation()));
    return used;
  }
}
