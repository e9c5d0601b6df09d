package org.inferscope.model.roofline.transformer.explain;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.explain.PointValues;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Product;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Rows;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Share;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Size;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Total;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains every figure of a transformer, down to its sizes, its work and the formats. */
public final class TransformerExplainer implements Explainer {
  private static final double PERCENT = 100;

  private final TransformerSnapshot snapshot;
  private final ProductStory products;

  /** An explainer of this transformer at this work. */
  public TransformerExplainer(TransformerSnapshot snapshot) {
    this.snapshot = snapshot;
    products = new ProductStory(snapshot);
  }

  @Override
  public boolean knows(ValueRef ref) {
    return ref instanceof TransformerRef;
  }

  @Override
  public String label(ValueRef ref) {
    if (ref instanceof Size size) {
      return size.size().title();
    } else if (ref instanceof Total total) {
      return title(total.figure(), total.when());
    } else if (ref instanceof Product product) {
      return named(products.point(product).name(), product.figure().title());
    } else if (ref instanceof Rows rows) {
      return named(rows.matmul().title(snapshot.spec()), Texts.get("rooflinetransformer.rows"));
    } else if (ref instanceof Share share) {
      return named(share.matmul().title(snapshot.spec()), Texts.get("rooflinetransformer.share"));
    }
    throw new IllegalArgumentException(ref + " belongs to another model");
  }

  private static String named(String product, String figure) {
    return Texts.get("rooflinetransformer.named", product, figure);
  }

  /** "Tokens a second, decode". */
  static String title(TransformerFigure figure, When when) {
    return switch (when) {
      case NOW -> figure.title();
      case PREFILL -> Texts.get("rooflinetransformer.prefill", figure.title());
      case DECODE -> Texts.get("rooflinetransformer.decode", figure.title());
    };
  }

  @Override
  public Explanation explain(ValueRef ref) {
    if (ref instanceof Size size) {
      return size(size);
    } else if (ref instanceof Total total) {
      return new TotalStory(snapshot, total).explain();
    } else if (ref instanceof Product product) {
      return products.explain(product, label(product));
    } else if (ref instanceof Rows rows) {
      return rows(rows);
    } else if (ref instanceof Share share) {
      return share(share);
    }
    throw new IllegalArgumentException(ref + " belongs to another model");
  }

  private Explanation size(Size ref) {
    TransformerSize size = ref.size();
    double value = size.value(snapshot, ref.when());
    Optional<SizeFormula> formula = size.formula();
    return explanation(
        ref,
        size.meaning(snapshot, ref.when()),
        value,
        "",
        formula.map(SizeFormula::symbols).orElse(""),
        formula
            .map(
                each ->
                    each.numbers(snapshot, ref.when()) + " = " + size.text(snapshot, ref.when()))
            .orElse(""),
        formula.map(each -> each.refs(ref.when())).orElseGet(List::of));
  }

  private Explanation rows(Rows ref) {
    MatmulShape shape = snapshot.layer(ref.when()).shape(ref.matmul());
    SizeFormula formula = ProductStory.rows(ref.matmul());
    String rows = Numbers.cell(shape.rows());
    return explanation(
        ref,
        shape.groups() > 1
            ? Texts.get(
                "rooflinetransformer.rows.grouped",
                Numbers.cell(shape.groups()),
                Numbers.cell(shape.m()))
            : PointFigure.M.meaning(),
        shape.rows(),
        "",
        formula.symbols(),
        formula.numbers(snapshot, ref.when()) + " = " + rows,
        formula.refs(ref.when()));
  }

  private Explanation share(Share ref) {
    double flops = snapshot.layer(ref.when()).shape(ref.matmul()).flops();
    double all = snapshot.layer(ref.when()).flops();
    Product own = new Product(Optional.of(ref.matmul()), PointFigure.FLOPS, ref.when());
    Total layer = new Total(TransformerFigure.LAYER_FLOPS, ref.when());
    return explanation(
        ref,
        Texts.get("rooflinetransformer.share.meaning"),
        PERCENT * flops / all,
        Texts.get("rooflinetransformer.unit.percent"),
        "100 · " + PointFigure.FLOPS.title() + " / " + label(layer),
        "100 · %s / %s = %s"
            .formatted(
                PointValues.text(products.point(own), PointFigure.FLOPS),
                TransformerFigure.LAYER_FLOPS.text(snapshot, ref.when()),
                Texts.get("rooflinetransformer.percent", Numbers.fixed(PERCENT * flops / all, 1))),
        List.of(own, layer));
  }

  /** Figures are float64 from the start, so that shown and exact value are one. */
  private Explanation explanation(
      ValueRef ref,
      String meaning,
      double value,
      String unit,
      String formula,
      String numbers,
      List<ValueRef> sources) {
    return new Explanation(
        ref, label(ref), meaning, value, value, unit, formula, numbers, List.of(), sources);
  }
}
