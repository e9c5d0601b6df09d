package org.inferscope.model.gpt2.explain;

import org.inferscope.model.explain.Explanation;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;

/** Explains what layers Wx + b give: queries, keys, values, neurons, and what an MLP adds. */
final class LinearPart implements ExplainerPart {
  private final Tools tools;
  private final Pass pass;

  LinearPart(Tools tools) {
    this.tools = tools;
    pass = tools.pass();
  }

  @Override
  public boolean handles(Gpt2Ref ref) {
    return ref instanceof At at
        && switch (at.point().site()) {
          case Q, K, V, PRE, MLP_OUT -> true;
          default -> false;
        };
  }

  @Override
  public boolean knows(Gpt2Ref ref) {
    At at = (At) ref;
    return pass.isPlace(at) && pass.has(at.point());
  }

  @Override
  public boolean hasInputs(Gpt2Ref ref) {
    return pass.has(input((At) ref));
  }

  @Override
  public String title(Gpt2Ref ref) {
    return tools.sites().title((At) ref);
  }

  @Override
  public double shown(Gpt2Ref ref) {
    return pass.value((At) ref);
  }

  @Override
  public Explanation explain(Gpt2Ref ref) {
    At at = (At) ref;
    int layer = at.point().layer();
    String module = module(at.point().site());
    int column = column(at);
    NamedRow x = tools.row(input(at), at.position()); // [in]
    // [in] x [in, out] -> one of [out]
    NamedRow w = tools.weightColumn(Pass.weight(layer, module), column, 0, x.size());
    LongSum sum = new LongSum(tools.dot(x, w, Pass.bias(layer, module), column));
    String symbols =
        "Σᵢ %s [%s, i] · %s [i, %d] + %s [%d]"
            .formatted(
                Names.point(input(at)),
                tools.names().word(at.position()),
                Names.module(Pass.weight(layer, module)),
                column,
                Names.module(Pass.bias(layer, module)),
                column);
    return new Draft(at, title(at), tools.sites().meaning(at))
        .values(pass.value(at), sum.total())
        .formula(symbols, sum.numbers())
        .sum(sum)
        .done();
  }

  private static HookPoint input(At at) {
    Site site =
        switch (at.point().site()) {
          case PRE -> Site.LN2;
          case MLP_OUT -> Site.POST;
          default -> Site.LN1;
        };
    return new HookPoint(site, at.point().layer());
  }

  private static String module(Site site) {
    return switch (site) {
      case PRE -> "mlp.c_fc";
      case MLP_OUT -> "mlp.c_proj";
      default -> "attn.c_attn";
    };
  }

  /** Queries, keys and values come from one matrix, next to each other. */
  private int column(At at) {
    int width = pass.config().width();
    return switch (at.point().site()) {
      case K -> width + at.unit();
      case V -> 2 * width + at.unit();
      default -> at.unit();
    };
  }
}
