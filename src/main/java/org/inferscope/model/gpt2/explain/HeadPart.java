package org.inferscope.model.gpt2.explain;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Weight;
import org.inferscope.tensor.Numbers;

/**
 * Explains what heads add to the residual stream, and all of a layer together. What each head adds
 * is usually not kept, being H times as much; it is computed here.
 */
final class HeadPart implements ExplainerPart {
  private static final String OUT = "attn.c_proj";

  private final Tools tools;
  private final Pass pass;

  HeadPart(Tools tools) {
    this.tools = tools;
    pass = tools.pass();
  }

  @Override
  public boolean handles(Gpt2Ref ref) {
    return ref instanceof At at
        && (at.point().site() == Site.RESULT || at.point().site() == Site.ATTN_OUT);
  }

  @Override
  public boolean knows(Gpt2Ref ref) {
    At at = (At) ref;
    if (!pass.isPlace(at)) {
      return false;
    }
    return pass.has(at.point())
        || (at.point().site() == Site.RESULT && canCompute(at.point().layer(), at.position()));
  }

  /** Whether what heads add can be told without it having been kept. */
  private boolean canCompute(int layer, int position) {
    return pass.has(Site.Z, layer) && !pass.isReplaced(results(layer), position);
  }

  private static HookPoint results(int layer) {
    return new HookPoint(Site.RESULT, layer);
  }

  @Override
  public boolean hasInputs(Gpt2Ref ref) {
    At at = (At) ref;
    int layer = at.point().layer();
    return at.point().site() == Site.RESULT
        ? pass.has(Site.Z, layer)
        : pass.has(results(layer)) || canCompute(layer, at.position());
  }

  @Override
  public String title(Gpt2Ref ref) {
    return tools.sites().title((At) ref);
  }

  @Override
  public double shown(Gpt2Ref ref) {
    At at = (At) ref;
    return pass.has(at.point()) ? pass.value(at) : Double.NaN;
  }

  @Override
  public Explanation explain(Gpt2Ref ref) {
    At at = (At) ref;
    return at.point().site() == Site.RESULT ? result(at) : all(at);
  }

  private Explanation result(At at) {
    int layer = at.point().layer();
    int width = pass.config().width();
    int head = at.unit() / width;
    int column = at.unit() % width;
    LongSum sum = new LongSum(product(layer, head, at.position(), column));
    String symbols =
        "Σᵢ z %d.%d [%s, i] · %s [%d + i, %d]"
            .formatted(
                layer,
                head,
                tools.names().word(at.position()),
                Names.module(Pass.weight(layer, OUT)),
                head * pass.headWidth(),
                column);
    return new Draft(at, title(at), tools.sites().meaning(at))
        .values(pass.has(at.point()) ? pass.value(at) : sum.total(), sum.total())
        .formula(symbols, sum.numbers())
        .sum(sum)
        .done();
  }

  /** [D/H] x one column of a head's rows of [D, D]. */
  private Dot product(int layer, int head, int position, int column) {
    int rows = pass.headWidth();
    return tools.dot(
        tools.headRow(Site.Z, layer, head, position),
        tools.weightColumn(Pass.weight(layer, OUT), column, head * rows, rows));
  }

  private Explanation all(At at) {
    int layer = at.point().layer();
    String module = Pass.bias(layer, OUT);
    Weight bias = new Weight(module, 0, at.unit());
    List<Term> terms = new ArrayList<>();
    for (int head = 0; head < pass.config().heads(); head++) {
      terms.add(term(at, head));
    }
    float added = pass.read(module).get(0, at.unit());
    terms.add(new Term(tools.names().label(bias), Numbers.cell(added), added, List.of(bias)));
    List<ValueRef> sources = terms.stream().flatMap(term -> term.sources().stream()).toList();
    String symbols =
        "Σₕ result %d.h [%s, %d] + %s"
            .formatted(
                layer, tools.names().word(at.position()), at.unit(), tools.names().label(bias));
    return new Draft(at, title(at), tools.sites().meaning(at))
        .values(pass.value(at), terms.stream().mapToDouble(Term::contribution).sum())
        .formula(symbols, LongSum.numbers(terms))
        .terms(terms)
        .sources(sources)
        .done();
  }

  private Term term(At at, int head) {
    int layer = at.point().layer();
    At result = new At(results(layer), at.position(), head * pass.config().width() + at.unit());
    double value =
        pass.has(result.point())
            ? pass.value(result)
            : new LongSum(product(layer, head, at.position(), at.unit())).total();
    return new Term(tools.names().label(result), Numbers.cell(value), value, List.of(result));
  }
}
