package org.inferscope.model.matmul;

import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.MatmulRef.CheckDifference;
import org.inferscope.model.matmul.MatmulRef.CounterAt;
import org.inferscope.model.matmul.MatmulRef.Element;
import org.inferscope.model.matmul.MatmulRef.Entry;
import org.inferscope.model.matmul.MatmulRef.Figure;
import org.inferscope.model.matmul.MatmulRef.PartialSum;
import org.inferscope.model.matmul.MatmulRef.RatioAt;
import org.inferscope.text.Texts;

/** Explains every number of the Matmul tab from one snapshot of it. Immutable; any thread. */
public final class MatmulExplainer implements Explainer {
  private final MatmulSnapshot snapshot;
  private final EntryExplainer entries;
  private final ElementExplainer elements;
  private final CounterExplainer counters;
  private final RatioExplainer ratios;
  private final CheckExplainer check;

  /** Explains the values of a snapshot. */
  public MatmulExplainer(MatmulSnapshot snapshot) {
    this.snapshot = snapshot;
    entries = new EntryExplainer(snapshot);
    elements = new ElementExplainer(snapshot.a(), snapshot.b());
    counters = new CounterExplainer(snapshot);
    ratios = new RatioExplainer(snapshot);
    check = new CheckExplainer(snapshot);
  }

  @Override
  public Explanation explain(ValueRef ref) {
    if (!(ref instanceof MatmulRef value) || !knows(ref)) {
      throw new IllegalArgumentException("no such value in this product: " + ref);
    }
    if (value instanceof Entry entry) {
      return entries.explain(entry);
    }
    if (value instanceof Element element) {
      return elements.explain(element);
    }
    if (value instanceof PartialSum sum) {
      return elements.explain(sum);
    }
    if (value instanceof CounterAt counter) {
      return counters.explain(counter);
    }
    if (value instanceof RatioAt ratio) {
      return ratios.explain(ratio);
    }
    if (value instanceof Figure figure) {
      return FigureExplainer.explain(figure);
    }
    return check.explain();
  }

  @Override
  public String label(ValueRef ref) {
    if (ref instanceof Entry entry) {
      return DotProductText.name(entry.factor().name(), entry.row(), entry.column());
    }
    if (ref instanceof Element element) {
      return DotProductText.name("C", element.i(), element.j());
    }
    if (ref instanceof PartialSum sum) {
      return elements.label(sum);
    }
    if (ref instanceof CounterAt counter) {
      return counter.counter().title();
    }
    if (ref instanceof RatioAt ratio) {
      return ratio.ratio().title();
    }
    if (ref instanceof Figure figure) {
      return figure.quantity().title();
    }
    return Texts.get("matmulmodel.explain.check.name");
  }

  @Override
  public boolean knows(ValueRef ref) {
    if (ref instanceof Entry entry) {
      return entries.knows(entry);
    }
    if (ref instanceof Element element) {
      return elements.knows(element.i(), element.j(), 0);
    }
    if (ref instanceof PartialSum sum) {
      return elements.knows(sum.i(), sum.j(), sum.terms());
    }
    if (ref instanceof CounterAt counter) {
      return isPosition(counter.done());
    }
    if (ref instanceof RatioAt ratio) {
      return isPosition(ratio.done());
    }
    return ref instanceof Figure
        || (ref instanceof CheckDifference && snapshot.check().isPresent());
  }

  private boolean isPosition(int done) {
    return snapshot.program().filter(program -> done >= 0 && done <= program.ticks()).isPresent();
  }
}
