package org.inferscope.model.gpt2.explain;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Contribution;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Logit;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LogitParts;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Variance;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Explains a logit by who wrote it into the residual stream (direct logit attribution, as in Elhage
 * et al., 2021), with the final layer norm's division held as it is.
 */
final class DirectPart implements ExplainerPart {
  private static final String HEADS_OUT = "attn.c_proj";
  private static final String MLP_OUT = "mlp.c_proj";

  private final Tools tools;
  private final Pass pass;

  DirectPart(Tools tools) {
    this.tools = tools;
    pass = tools.pass();
  }

  @Override
  public boolean handles(Gpt2Ref ref) {
    return ref instanceof LogitParts || ref instanceof Contribution;
  }

  @Override
  public boolean knows(Gpt2Ref ref) {
    if (ref instanceof LogitParts parts) {
      return canTell(parts.position(), parts.id()) && pass.hasLogits(parts.position());
    }
    return ref instanceof Contribution one
        && canTell(one.position(), one.id())
        && Writers.of(pass, one.position()).contains(one.part());
  }

  /** Whether the stream's end can be told as a sum of what was written. */
  boolean canTell(int position, int id) {
    return pass.isPosition(position) && pass.isToken(id) && !Writers.of(pass, position).isEmpty();
  }

  @Override
  public boolean hasInputs(Gpt2Ref ref) {
    return true;
  }

  @Override
  public String title(Gpt2Ref ref) {
    Names names = tools.names();
    if (ref instanceof LogitParts parts) {
      return Texts.get(
          "gpt2explain.title.logitParts", names.token(parts.id()), names.quoted(parts.position()));
    }
    Contribution one = (Contribution) ref;
    return Texts.get(
        "gpt2explain.title.contribution",
        names.part(one.part()),
        names.token(one.id()),
        names.quoted(one.position()));
  }

  @Override
  public double shown(Gpt2Ref ref) {
    return ref instanceof LogitParts parts
        ? pass.trace().logits(parts.position()).logit(parts.id())
        : Double.NaN;
  }

  /** What each part adds, in the order of the pass. */
  List<PartContribution> contributions(int position, int id) {
    Direction direction = Direction.of(pass, position, id);
    List<PartContribution> all = new ArrayList<>();
    for (Part part : Writers.of(pass, position)) {
      all.add(new PartContribution(part, value(part, position, direction)));
    }
    return all;
  }

  private double value(Part part, int position, Direction direction) {
    if (part instanceof Part.Head head) {
      return new LongSum(head(head, position, direction)).total();
    }
    if (part instanceof Part.AttentionBias bias) {
      return direction.of(pass.read(Pass.bias(bias.layer(), HEADS_OUT)).vector());
    }
    return part instanceof Part.FinalBias
        ? direction.constant()
        : direction.of(pass.row(written(part), position));
  }

  /** What a part wrote, where it is kept as a row. */
  private static HookPoint written(Part part) {
    if (part instanceof Part.Mlp mlp) {
      return new HookPoint(Site.MLP_OUT, mlp.layer());
    }
    if (part instanceof Part.Attention attention) {
      return new HookPoint(Site.ATTN_OUT, attention.layer());
    }
    if (part instanceof Part.Stream stream) {
      return stream.point();
    }
    return HookPoint.of(part instanceof Part.TokenEmbedding ? Site.EMBED : Site.POS_EMBED);
  }

  @Override
  public Explanation explain(Gpt2Ref ref) {
    return ref instanceof LogitParts parts ? explain(parts) : explain((Contribution) ref);
  }

  private Explanation explain(LogitParts parts) {
    int position = parts.position();
    List<Term> terms = new ArrayList<>();
    for (PartContribution one : contributions(position, parts.id())) {
      Contribution ref = new Contribution(position, parts.id(), one.part());
      terms.add(new Term(tools.names().part(one.part()), "", one.value(), List.of(ref)));
    }
    Logit logit = new Logit(position, parts.id());
    String meaning = Texts.get("gpt2explain.meaning.logitParts", tools.names().token(parts.id()));
    return new Draft(parts, title(parts), meaning)
        .values(shown(parts), terms.stream().mapToDouble(Term::contribution).sum())
        .formula(Texts.get("gpt2explain.formula.logitParts"), LongSum.numbers(terms))
        .terms(terms)
        .sources(terms.stream().map(term -> term.sources().get(0)).toList())
        .seeAlso(List.of(logit))
        .done();
  }

  private Explanation explain(Contribution one) {
    Direction direction = Direction.of(pass, one.position(), one.id());
    LongSum sum = new LongSum(addends(one, direction));
    double shown = value(one.part(), one.position(), direction);
    return new Draft(one, title(one), meaning(one))
        .values(shown, sum.total())
        .formula(formula(one), sum.numbers())
        .sum(sum)
        .seeAlso(List.of(new Variance(pass.end(), one.position())))
        .done();
  }

  private Addends addends(Contribution one, Direction direction) {
    Part part = one.part();
    int position = one.position();
    if (part instanceof Part.Head head) {
      return head(head, position, direction);
    }
    if (part instanceof Part.Mlp mlp && canOpen(mlp, position)) {
      return neurons(mlp, position, direction);
    }
    if (part instanceof Part.AttentionBias bias) {
      return new Worth(
          tools.names(), tools.weightRow(Pass.bias(bias.layer(), HEADS_OUT), 0), direction.worth());
    }
    if (part instanceof Part.FinalBias) {
      return tools.dot(
          tools.weightRow("ln_f.bias", 0), tools.weightRow(pass.unembedding(), one.id()));
    }
    return new Worth(tools.names(), tools.row(written(part), position), direction.worth());
  }

  private Worth head(Part.Head head, int position, Direction direction) {
    int rows = pass.headWidth();
    WeightReader out = pass.read(Pass.weight(head.layer(), HEADS_OUT));
    return new Worth(
        tools.names(),
        tools.headRow(Site.Z, head.layer(), head.head(), position),
        direction.ofRows(out, head.head() * rows, rows));
  }

  /** Whether what an MLP adds can be told neuron by neuron. */
  private boolean canOpen(Part.Mlp mlp, int position) {
    return pass.has(Site.POST, mlp.layer())
        && !pass.isReplaced(new HookPoint(Site.MLP_OUT, mlp.layer()), position);
  }

  private Worth neurons(Part.Mlp mlp, int position, Direction direction) {
    WeightReader out = pass.read(Pass.weight(mlp.layer(), MLP_OUT));
    NamedRow row = tools.row(new HookPoint(Site.POST, mlp.layer()), position);
    String bias = Pass.bias(mlp.layer(), MLP_OUT);
    return new Worth(tools.names(), row, direction.ofRows(out, 0, row.size()))
        .plus(Names.module(bias), direction.of(pass.read(bias).vector()));
  }

  private String meaning(Contribution one) {
    String token = tools.names().token(one.id());
    Part part = one.part();
    if (part instanceof Part.Head head) {
      return Texts.get(
          "gpt2explain.meaning.contribution.head",
          Numbers.count(head.head()),
          Numbers.count(head.layer()),
          token);
    }
    if (part instanceof Part.Mlp mlp) {
      return Texts.get("gpt2explain.meaning.contribution.mlp", Numbers.count(mlp.layer()), token);
    }
    return part instanceof Part.FinalBias
        ? Texts.get("gpt2explain.meaning.contribution.finalBias", token)
        : Texts.get("gpt2explain.meaning.contribution.row", tools.names().part(part), token);
  }

  /** In symbols; u is what the dimensions of the stream are worth. */
  private String formula(Contribution one) {
    Part part = one.part();
    String word = " [" + tools.names().word(one.position()) + ", i]";
    if (part instanceof Part.Head head) {
      String name = head.layer() + "." + head.head();
      int first = head.head() * pass.headWidth();
      String out = Names.module(Pass.weight(head.layer(), HEADS_OUT));
      return "Σᵢ z %s%s · (%s [%d + i] · u)".formatted(name, word, out, first);
    }
    if (part instanceof Part.Mlp mlp && canOpen(mlp, one.position())) {
      String out = Names.module(Pass.weight(mlp.layer(), MLP_OUT));
      String added = Names.module(Pass.bias(mlp.layer(), MLP_OUT));
      return "Σᵢ mlp_post %d%s · (%s [i] · u) + %s · u".formatted(mlp.layer(), word, out, added);
    }
    if (part instanceof Part.AttentionBias bias) {
      return "Σᵢ %s [i] · u [i]".formatted(Names.module(Pass.bias(bias.layer(), HEADS_OUT)));
    }
    return part instanceof Part.FinalBias
        ? "Σᵢ β ln_f [i] · %s [%s, i]"
            .formatted(Names.module(pass.unembedding()), tools.names().token(one.id()))
        : "Σᵢ " + Names.point(written(part)) + word + " · u [i]";
  }
}
