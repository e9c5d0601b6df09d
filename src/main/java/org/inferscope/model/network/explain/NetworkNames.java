package org.inferscope.model.network.explain;

import org.inferscope.model.linear.LinearNames;
import org.inferscope.model.matmul.DotProductText;

/**
 * Names of a network's numbers, with indices from 0: h⁽¹⁾₃, and H⁽¹⁾₂₃ in a batch, row first.
 *
 * @param depth how many layers
 * @param batch how many inputs
 */
public record NetworkNames(int depth, int batch) {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** Number i of column c: "x₃", "h⁽¹⁾₃", and "y₃" in the last. */
  public String number(int c, int row, int i) {
    if (c == 0) {
      return LinearNames.input(batch, row, i);
    }
    return c == depth ? LinearNames.output(batch, row, i) : ofLayer("h", "H", c - 1, row, i);
  }

  /** The sum of unit i of layer l with its bias: "z⁽¹⁾₃". */
  public String preActivation(int l, int row, int i) {
    return ofLayer("z", "Z", l, row, i);
  }

  /** The sums of layer l with its biases: "z⁽¹⁾". */
  String preActivations(int l) {
    return (batch > 1 ? "Z" : "z") + layer(l);
  }

  /** The sum of unit i of layer l without its bias: "s⁽¹⁾₃". */
  public String sum(int l, int row, int i) {
    return ofLayer("s", "S", l, row, i);
  }

  /** The weight from unit j to unit i of layer l: "W⁽¹⁾₃₄". */
  public String weight(int l, int i, int j) {
    return DotProductText.name("W" + layer(l), i, j);
  }

  /** The bias of unit i of layer l: "b⁽¹⁾₃". */
  public String bias(int l, int i) {
    return DotProductText.name("b" + layer(l), i);
  }

  /** What unit j adds to the sum of unit i of layer l: "W⁽²⁾₃₄·h⁽¹⁾₄". */
  public String product(int l, int row, int i, int j) {
    return weight(l, i, j) + "·" + number(l, row, j);
  }

  private String ofLayer(String one, String many, int l, int row, int i) {
    return batch > 1
        ? DotProductText.name(many + layer(l), row, i)
        : DotProductText.name(one + layer(l), i);
  }

  private static String layer(int l) {
    StringBuilder text = new StringBuilder("⁽");
    for (char digit : Integer.toString(l + 1).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.append('⁾').toString();
  }
}
