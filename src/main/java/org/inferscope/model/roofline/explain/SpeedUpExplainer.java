package org.inferscope.model.roofline.explain;

import java.util.List;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.text.Texts;

/** Explains how two runs compare, down to the timed runs of both. */
public final class SpeedUpExplainer implements Explainer {
  private final PointExplainer points = new PointExplainer();

  @Override
  public boolean knows(ValueRef ref) {
    return ref instanceof SpeedUpRef || points.knows(ref);
  }

  @Override
  public String label(ValueRef ref) {
    return ref instanceof SpeedUpRef ? Texts.get("rooflinesweep.speedUp") : points.label(ref);
  }

  @Override
  public Explanation explain(ValueRef ref) {
    if (!(ref instanceof SpeedUpRef of)) {
      return points.explain(ref);
    }
    double value = of.value();
    return new Explanation(
        ref,
        label(ref),
        Texts.get("rooflinesweep.speedUp.meaning", of.now().name(), of.other()),
        value,
        value,
        Texts.get("rooflinesweep.speedUp.unit"),
        Texts.get("rooflinesweep.speedUp.formula"),
        PointValues.text(of.then(), PointFigure.MEDIAN)
            + " / "
            + PointValues.text(of.now(), PointFigure.MEDIAN),
        List.of(),
        List.of(
            new PointRef(of.then(), PointFigure.MEDIAN),
            new PointRef(of.now(), PointFigure.MEDIAN)));
  }
}
