package org.inferscope.model.network.explain;

import static org.inferscope.model.network.explain.NetworkFigures.WHOLE;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LinearExplainer;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.model.linear.LinearSnapshot;
import org.inferscope.model.network.Trace;
import org.inferscope.model.network.explain.NetworkRef.Figure;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Explains the table of parameters: a layer's figures as the Linear tab does, the whole network's
 * as the layers' added up.
 */
final class FigurePart implements ExplainerPart {
  private final Trace trace;
  private final NetworkFigures figures;

  FigurePart(NetworkSnapshot snapshot) {
    trace = snapshot.trace();
    figures = new NetworkFigures(snapshot.plan(), trace.batch());
  }

  @Override
  public boolean handles(NetworkRef ref) {
    return ref instanceof Figure;
  }

  @Override
  public boolean knows(NetworkRef ref) {
    return ref instanceof Figure figure && figures.has(figure.l(), figure.quantity());
  }

  @Override
  public String label(NetworkRef ref) {
    Figure figure = (Figure) ref;
    return figure.l() == WHOLE
        ? Texts.get("networkexplain.figure.ofWhole", figure.quantity().title())
        : Texts.get(
            "networkexplain.figure.ofLayer",
            figure.quantity().title(),
            Numbers.count(figure.l() + 1L));
  }

  @Override
  public Explanation explain(NetworkRef ref) {
    Figure figure = (Figure) ref;
    return switch (figure.quantity()) {
      case KILOBYTES -> kilobytes(figure);
      case BATCH, BYTES_PER_NUMBER -> figure.l() == WHOLE ? leaf(figure) : ofLayer(figure);
      case INTENSITY -> figure.l() == WHOLE ? intensity(figure) : ofLayer(figure);
      default -> figure.l() == WHOLE ? sum(figure) : ofLayer(figure);
    };
  }

  private Explanation ofLayer(Figure figure) {
    LinearExplainer linear =
        new LinearExplainer(
            LinearSnapshot.of(
                trace.network().layer(figure.l()).linear(), trace.column(figure.l())));
    Explanation same =
        linear.explain(
            new LinearRef.Figure(
                figures.cost(figure.l(), figure.dtype()),
                figure.quantity().ofLayer().orElseThrow()));
    return Translated.of(
        same, figure, label(figure), same.meaning(), source -> translated(figure, source));
  }

  private static ValueRef translated(Figure figure, ValueRef source) {
    NetworkQuantity quantity =
        NetworkQuantity.of(((LinearRef.Figure) source).quantity()).orElseThrow();
    return new Figure(figure.l(), quantity, figure.dtype());
  }

  private String text(Figure figure) {
    return figures.text(figure.l(), figure.quantity(), figure.dtype());
  }

  private static Figure with(Figure figure, NetworkQuantity quantity) {
    return new Figure(figure.l(), quantity, figure.dtype());
  }

  private Explanation kilobytes(Figure figure) {
    Figure bytes = with(figure, NetworkQuantity.BYTES);
    return explanation(
        figure,
        bytes.quantity().title() + " / 1024",
        text(bytes) + " / 1024 = " + text(figure),
        List.of(),
        List.of(bytes));
  }

  private Explanation intensity(Figure figure) {
    Figure flops = with(figure, NetworkQuantity.FLOPS_BATCH);
    Figure bytes = with(figure, NetworkQuantity.BYTES_MOVED);
    return explanation(
        figure,
        flops.quantity().title() + " / " + bytes.quantity().title(),
        text(flops) + " / " + text(bytes) + " = " + text(figure),
        List.of(),
        List.of(flops, bytes));
  }

  private Explanation leaf(Figure figure) {
    return explanation(figure, "", "", List.of(), List.of());
  }

  private Explanation sum(Figure figure) {
    List<Term> terms = new ArrayList<>();
    List<ValueRef> sources = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (int l = 0; l < figures.plan().depth(); l++) {
      Figure part = new Figure(l, figure.quantity(), figure.dtype());
      double value = figures.value(l, figure.quantity(), figure.dtype());
      sources.add(part);
      numbers.add(text(part));
      terms.add(
          new Term(
              Texts.get("networkexplain.figure.layer", Numbers.count(l + 1L)),
              text(part),
              value,
              List.of(part)));
    }
    return explanation(
        figure,
        Texts.get("networkexplain.figure.sum", figure.quantity().title()),
        String.join(" + ", numbers) + " = " + text(figure),
        terms,
        sources);
  }

  /** Figures are float64 from the start, so that shown and exact value are one. */
  private Explanation explanation(
      Figure figure, String formula, String numbers, List<Term> terms, List<ValueRef> sources) {
    double value = figures.value(figure.l(), figure.quantity(), figure.dtype());
    return new Explanation(
        figure,
        label(figure),
        figure.quantity().meaningOfWhole(),
        value,
        value,
        figure.quantity().unit(),
        formula,
        numbers,
        terms,
        sources);
  }
}
