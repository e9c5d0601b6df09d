package org.inferscope.model.roofline.transformer.explain;

import static org.inferscope.model.roofline.transformer.explain.TransformerSize.BATCH;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.CONTEXT;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.FFN;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.HEADS;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.HEAD_WIDTH;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.HIDDEN;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.KV_HEADS;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.NEW_TOKENS;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.UPS;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.VOCABULARY;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.roofline.Point;
import org.inferscope.model.roofline.explain.PointExplainer;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.explain.PointRef;
import org.inferscope.model.roofline.explain.PointValues;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Product;

/**
 * Explains the figures of one product: as for any product, but M, K and N from the model's sizes.
 */
final class ProductStory {
  private static final PointExplainer POINTS = new PointExplainer();
  private static final SizeFormula ALL_TOKENS = SizeFormula.of("%s·%s", BATCH, NEW_TOKENS);

  private final TransformerSnapshot snapshot;

  ProductStory(TransformerSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The product that a figure is of. */
  Point point(Product ref) {
    return ref.matmul()
        .map(matmul -> snapshot.point(matmul, ref.when()))
        .orElseGet(() -> snapshot.head(ref.when()));
  }

  Explanation explain(Product ref, String label) {
    Point point = point(ref);
    Explanation told = POINTS.explain(new PointRef(point, ref.figure()));
    Optional<SizeFormula> size = size(ref.matmul(), ref.figure());
    String numbers = size.map(each -> each.numbers(snapshot, ref.when())).orElse("");
    String value = PointValues.text(point, ref.figure());
    return new Explanation(
        ref,
        label,
        told.meaning(),
        told.shown(),
        told.exact(),
        told.unit(),
        size.map(SizeFormula::symbols).orElse(told.formula()),
        size.isEmpty()
            ? told.substituted()
            : numbers.equals(value) ? numbers : numbers + " = " + value,
        told.terms().stream().map(term -> mapped(term, ref)).toList(),
        size.map(each -> each.refs(ref.when())).orElseGet(() -> mapped(told.sources(), ref)));
  }

  private static Term mapped(Term term, Product of) {
    return new Term(term.label(), term.numbers(), term.contribution(), mapped(term.sources(), of));
  }

  /** Figures of the same product, asked for by name. */
  private static List<ValueRef> mapped(List<ValueRef> refs, Product of) {
    return refs.stream().map(ref -> mapped(ref, of)).toList();
  }

  private static ValueRef mapped(ValueRef ref, Product of) {
    return ref instanceof PointRef point
        ? new Product(of.matmul(), point.figure(), of.when())
        : ref;
  }

  /** How a side of a product follows from the model's sizes; empty for other figures. */
  private static Optional<SizeFormula> size(Optional<LayerMatmul> matmul, PointFigure figure) {
    return switch (figure) {
      case M -> Optional.of(matmul.map(ProductStory::m).orElse(one(BATCH)));
      case K -> Optional.of(matmul.map(ProductStory::k).orElse(one(HIDDEN)));
      case N -> Optional.of(matmul.map(ProductStory::n).orElse(one(VOCABULARY)));
      case GROUPS -> matmul.filter(ProductStory::isPerHead).map(ProductStory::groups);
      default -> Optional.empty();
    };
  }

  private static boolean isPerHead(LayerMatmul matmul) {
    return matmul == LayerMatmul.SCORES || matmul == LayerMatmul.VALUES;
  }

  private static SizeFormula groups(LayerMatmul matmul) {
    return SizeFormula.of("%s·%s", BATCH, KV_HEADS);
  }

  private static SizeFormula m(LayerMatmul matmul) {
    return isPerHead(matmul)
        ? SizeFormula.of("%s / %s · %s", HEADS, KV_HEADS, NEW_TOKENS)
        : ALL_TOKENS;
  }

  private static SizeFormula k(LayerMatmul matmul) {
    return switch (matmul) {
      case QKV, OUTPUT, FFN_UP -> one(HIDDEN);
      case SCORES -> one(HEAD_WIDTH);
      case VALUES -> one(CONTEXT);
      case FFN_DOWN -> one(FFN);
    };
  }

  private static SizeFormula n(LayerMatmul matmul) {
    return switch (matmul) {
      case QKV -> SizeFormula.of("%s + 2·%s·%s", HIDDEN, KV_HEADS, HEAD_WIDTH);
      case SCORES -> one(CONTEXT);
      case VALUES -> one(HEAD_WIDTH);
      case OUTPUT, FFN_DOWN -> one(HIDDEN);
      case FFN_UP -> SizeFormula.of("%s·%s", UPS, FFN);
    };
  }

  private static SizeFormula one(TransformerSize size) {
    return SizeFormula.of("%s", size);
  }

  /** The formula of the rows of all products of one name together. */
  static SizeFormula rows(LayerMatmul matmul) {
    return isPerHead(matmul) ? SizeFormula.of("%s·%s·%s", BATCH, HEADS, NEW_TOKENS) : ALL_TOKENS;
  }
}
