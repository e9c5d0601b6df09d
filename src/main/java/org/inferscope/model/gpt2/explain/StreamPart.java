package org.inferscope.model.gpt2.explain;

import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Typed;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Weight;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.tensor.Numbers;

/** Explains embeddings, and the residual stream as what there was and what was added. */
final class StreamPart implements ExplainerPart {
  private final Tools tools;
  private final Pass pass;

  StreamPart(Tools tools) {
    this.tools = tools;
    pass = tools.pass();
  }

  @Override
  public boolean handles(Gpt2Ref ref) {
    return ref instanceof At at
        && switch (at.point().site()) {
          case EMBED, POS_EMBED, RESID_PRE, RESID_MID, RESID_POST -> true;
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
    return inputs((At) ref).stream().allMatch(at -> pass.has(at.point()));
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
    return switch (at.point().site()) {
      case EMBED -> read(at, Pass.TOKENS, pass.trace().ids().get(at.position()));
      case POS_EMBED -> read(at, Pass.POSITIONS, at.position());
      default -> added(at);
    };
  }

  private Draft draft(At at, double exact) {
    return new Draft(at, title(at), tools.sites().meaning(at)).values(pass.value(at), exact);
  }

  /** A number looked up in a table. */
  private Explanation read(At at, String table, int row) {
    double value = pass.read(table).get(row, at.unit());
    ValueRef weight = new Weight(table, row, at.unit());
    ValueRef typed = new Typed(at.position());
    return draft(at, value)
        .formula(tools.names().label(weight), Numbers.cell(value))
        .sources(at.point().site() == Site.EMBED ? List.of(weight, typed) : List.of(weight))
        .done();
  }

  private Explanation added(At at) {
    List<At> inputs = inputs(at);
    List<Term> terms = inputs.stream().map(this::term).toList();
    return draft(at, terms.stream().mapToDouble(Term::contribution).sum())
        .formula(joined(terms.stream().map(Term::label).toList()), numbers(inputs))
        .terms(terms.size() > 1 ? terms : List.of())
        .sources(List.copyOf(inputs))
        .done();
  }

  private Term term(At at) {
    float value = pass.value(at);
    return new Term(tools.names().label(at), Numbers.cell(value), value, List.of(at));
  }

  private String numbers(List<At> inputs) {
    return joined(inputs.stream().map(at -> DotProductText.factor(pass.value(at))).toList());
  }

  private static String joined(List<String> parts) {
    return String.join(" + ", parts);
  }

  /** What was added up; nothing of the pass for an embedding. */
  private static List<At> inputs(At at) {
    int layer = at.point().layer();
    return switch (at.point().site()) {
      case RESID_MID -> both(at, Site.RESID_PRE, Site.ATTN_OUT);
      case RESID_POST -> both(at, Site.RESID_MID, Site.MLP_OUT);
      case RESID_PRE ->
          layer == 0
              ? both(at, Site.EMBED, Site.POS_EMBED)
              : List.of(moved(at, new HookPoint(Site.RESID_POST, layer - 1)));
      default -> List.of();
    };
  }

  private static List<At> both(At at, Site first, Site second) {
    int layer = at.point().layer();
    return List.of(moved(at, new HookPoint(first, layer)), moved(at, new HookPoint(second, layer)));
  }

  private static At moved(At at, HookPoint point) {
    return new At(point, at.position(), at.unit());
  }
}
