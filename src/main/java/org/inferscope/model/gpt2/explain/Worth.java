package org.inferscope.model.gpt2.explain;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.DotProductText;

/** Numbers of a row times what each is worth for a logit, and a constant where there is one. */
final class Worth implements Addends {
  private final Names names;
  private final NamedRow row;
  private final double[] worth;
  private final Optional<Constant> constant;

  /** A number with a name. */
  private record Constant(String name, double value) {}

  /** Takes the array over. */
  Worth(Names names, NamedRow row, double[] worth) {
    this(names, row, worth, Optional.empty());
  }

  private Worth(Names names, NamedRow row, double[] worth, Optional<Constant> constant) {
    this.names = names;
    this.row = row;
    this.worth = worth;
    this.constant = constant;
  }

  /** The same with a number added. */
  Worth plus(String name, double number) {
    return new Worth(names, row, worth, Optional.of(new Constant(name, number)));
  }

  @Override
  public int count() {
    return row.size() + (constant.isPresent() ? 1 : 0);
  }

  @Override
  public double value(int k) {
    return k < row.size() ? row.value(k) * worth[k] : constant.orElseThrow().value();
  }

  @Override
  public String symbol(int k) {
    return k < row.size()
        ? names.label(row.ref(k)) + " · u"
        : constant.orElseThrow().name() + " · u";
  }

  @Override
  public String numbers(int k) {
    return k < row.size()
        ? DotProductText.factor(row.value(k)) + "·" + DotProductText.factor(worth[k])
        : DotProductText.factor(constant.orElseThrow().value());
  }

  @Override
  public List<ValueRef> read(int k) {
    return k < row.size() ? List.of(row.ref(k)) : List.of();
  }
}
