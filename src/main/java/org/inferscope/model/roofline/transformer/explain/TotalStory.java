package org.inferscope.model.roofline.transformer.explain;

import static org.inferscope.model.roofline.transformer.explain.TransformerSize.ACTIVATION_BYTES;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.BATCH;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.CONTEXT;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.EMBEDDINGS;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.FFN;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.HEAD_WIDTH;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.HIDDEN;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.KV_HEADS;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.LAYERS;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.POSITIONS;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.TOKENS;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.UPS;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.VOCABULARY;
import static org.inferscope.model.roofline.transformer.explain.TransformerSize.WEIGHT_BYTES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.roofline.Point;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.explain.PointValues;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Product;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Size;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Total;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;
import org.inferscope.text.Texts;

/** Explains the figures of a layer and of the whole model. */
final class TotalStory {
  private static final SizeFormula EMBEDDING =
      SizeFormula.of("%s·%s·%s", EMBEDDINGS, VOCABULARY, HIDDEN);
  private static final SizeFormula POSITION = SizeFormula.of("%s·%s", POSITIONS, HIDDEN);
  private static final SizeFormula QKV_WEIGHTS =
      SizeFormula.of("%s·(%s + 2·%s·%s)", HIDDEN, HIDDEN, KV_HEADS, HEAD_WIDTH);
  private static final SizeFormula OUTPUT_WEIGHTS = SizeFormula.of("%s·%s", HIDDEN, HIDDEN);
  private static final SizeFormula UP_WEIGHTS = SizeFormula.of("%s·%s·%s", UPS, HIDDEN, FFN);
  private static final SizeFormula DOWN_WEIGHTS = SizeFormula.of("%s·%s", FFN, HIDDEN);
  private static final SizeFormula KV_OF_A_TOKEN =
      SizeFormula.of("2·%s·%s·%s·%s", LAYERS, KV_HEADS, HEAD_WIDTH, ACTIVATION_BYTES);
  private static final SizeFormula CROSSING =
      SizeFormula.of("((%s + 1)·%s − 2·%s − 2·%s·%s) / 2", UPS, FFN, HIDDEN, KV_HEADS, HEAD_WIDTH);

  private final TransformerSnapshot snapshot;
  private final Total ref;

  TotalStory(TransformerSnapshot snapshot, Total ref) {
    this.snapshot = snapshot;
    this.ref = ref;
  }

  Explanation explain() {
    return switch (ref.figure()) {
      case LAYER_FLOPS -> sum(PointFigure.FLOPS, matmul -> true);
      case FFN_FLOPS -> sum(PointFigure.FLOPS, LayerMatmul::isFfn);
      case ATTENTION_FLOPS -> sum(PointFigure.FLOPS, matmul -> !matmul.isFfn());
      case LAYER_BYTES -> sum(PointFigure.BYTES, matmul -> true);
      case LAYER_TIME -> sum(PointFigure.ROOF_TIME, matmul -> true);
      case LAYER_INTENSITY ->
          ratio("%s / %s", TransformerFigure.LAYER_FLOPS, TransformerFigure.LAYER_BYTES);
      case FFN_SHARE ->
          ratio("100 · %s / %s", TransformerFigure.FFN_FLOPS, TransformerFigure.LAYER_FLOPS);
      case ATTENTION_SHARE ->
          ratio("100 · %s / %s", TransformerFigure.ATTENTION_FLOPS, TransformerFigure.LAYER_FLOPS);
      case CROSSOVER -> of(CROSSING, List.of());
      case PASS_FLOPS -> pass(TransformerFigure.LAYER_FLOPS, PointFigure.FLOPS);
      case PASS_TIME -> pass(TransformerFigure.LAYER_TIME, PointFigure.ROOF_TIME);
      case TOKENS_PER_SECOND -> tokensPerSecond();
      case LAYER_WEIGHTS -> layerWeights();
      case PARAMETERS -> parameters();
      case PARAMETER_BYTES -> product(TransformerFigure.PARAMETERS, WEIGHT_BYTES);
      case KV_PER_TOKEN -> of(KV_OF_A_TOKEN, List.of());
      case KV_BYTES -> product(TransformerFigure.KV_PER_TOKEN, BATCH, CONTEXT);
      case MEMORY -> memory();
    };
  }

  /** A figure of some of a layer's products, added up. */
  private Explanation sum(PointFigure figure, Predicate<LayerMatmul> which) {
    List<Term> terms = new ArrayList<>();
    List<ValueRef> sources = new ArrayList<>();
    for (LayerMatmul matmul : LayerMatmul.values()) {
      if (which.test(matmul)) {
        Term term =
            term(snapshot.point(matmul, when()), new Product(Optional.of(matmul), figure, when()));
        terms.add(term);
        sources.addAll(term.sources());
      }
    }
    String formula = terms.stream().map(Term::label).collect(Collectors.joining(" + "));
    String numbers = terms.stream().map(Term::numbers).collect(Collectors.joining(" + "));
    return explanation(formula, numbers, terms, sources);
  }

  private static Term term(Point point, Product of) {
    return new Term(
        point.name(),
        PointValues.text(point, of.figure()),
        PointValues.value(point, of.figure()).orElse(Double.NaN),
        List.of(of));
  }

  private Explanation ratio(String pattern, TransformerFigure above, TransformerFigure below) {
    return explanation(
        pattern.formatted(above.title(), below.title()),
        pattern.formatted(text(above), text(below)),
        List.of(),
        List.of(total(above), total(below)));
  }

  /** All layers, and the output head. */
  private Explanation pass(TransformerFigure ofLayer, PointFigure ofHead) {
    Size layers = new Size(LAYERS, when());
    Product head = new Product(Optional.empty(), ofHead, when());
    Term last = term(snapshot.head(when()), head);
    String count = LAYERS.text(snapshot, when());
    Term all =
        new Term(
            "L · " + ofLayer.title(),
            count + " · " + text(ofLayer),
            LAYERS.value(snapshot, when()) * value(ofLayer),
            List.of(layers, total(ofLayer)));
    return explanation(
        all.label() + " + " + last.label(),
        all.numbers() + " + " + last.numbers(),
        List.of(all, last),
        List.of(layers, total(ofLayer), head));
  }

  private Explanation tokensPerSecond() {
    return explanation(
        TOKENS.symbol() + " / " + TransformerFigure.PASS_TIME.title(),
        TOKENS.text(snapshot, when()) + " / " + text(TransformerFigure.PASS_TIME),
        List.of(),
        List.of(new Size(TOKENS, when()), total(TransformerFigure.PASS_TIME)));
  }

  private Explanation layerWeights() {
    double d = snapshot.spec().hidden();
    double ffn = d * snapshot.spec().ffn();
    return of(
        List.of(
            weights(LayerMatmul.QKV, QKV_WEIGHTS, d * (d + 2.0 * snapshot.spec().kvWidth())),
            weights(LayerMatmul.OUTPUT, OUTPUT_WEIGHTS, d * d),
            weights(LayerMatmul.FFN_UP, UP_WEIGHTS, UPS.value(snapshot, when()) * ffn),
            weights(LayerMatmul.FFN_DOWN, DOWN_WEIGHTS, ffn)),
        QKV_WEIGHTS,
        OUTPUT_WEIGHTS,
        UP_WEIGHTS,
        DOWN_WEIGHTS);
  }

  private Term weights(LayerMatmul matmul, SizeFormula formula, double count) {
    return new Term(
        matmul.title(snapshot.spec()),
        formula.numbers(snapshot, when()),
        count,
        formula.refs(when()));
  }

  private Explanation parameters() {
    Size layers = new Size(LAYERS, when());
    Total each = total(TransformerFigure.LAYER_WEIGHTS);
    List<Term> terms = new ArrayList<>();
    terms.add(
        named(
            Texts.get("rooflinetransformer.term.embedding"),
            EMBEDDING,
            EMBEDDINGS.value(snapshot, when()) * snapshot.spec().headWeights()));
    if (snapshot.spec().positions() > 0) {
      terms.add(
          named(
              POSITIONS.title(),
              POSITION,
              (double) snapshot.spec().positions() * snapshot.spec().hidden()));
    }
    terms.add(
        new Term(
            Texts.get("rooflinetransformer.term.layers"),
            LAYERS.text(snapshot, when()) + "·" + text(TransformerFigure.LAYER_WEIGHTS),
            LAYERS.value(snapshot, when()) * value(TransformerFigure.LAYER_WEIGHTS),
            List.of(layers, each)));
    List<ValueRef> sources = new ArrayList<>(EMBEDDING.refs(when()));
    if (snapshot.spec().positions() > 0) {
      sources.add(new Size(POSITIONS, when()));
    }
    sources.add(layers);
    sources.add(each);
    String formula =
        EMBEDDING.symbols()
            + (snapshot.spec().positions() > 0 ? " + " + POSITION.symbols() : "")
            + " + L · "
            + TransformerFigure.LAYER_WEIGHTS.title();
    String numbers = terms.stream().map(Term::numbers).collect(Collectors.joining(" + "));
    return explanation(formula, numbers, terms, sources);
  }

  private Term named(String name, SizeFormula formula, double count) {
    return new Term(name, formula.numbers(snapshot, when()), count, formula.refs(when()));
  }

  private Explanation product(TransformerFigure figure, TransformerSize... sizes) {
    List<ValueRef> sources = new ArrayList<>(List.of(total(figure)));
    StringBuilder formula = new StringBuilder(figure.title());
    StringBuilder numbers = new StringBuilder(text(figure));
    for (TransformerSize size : sizes) {
      sources.add(new Size(size, when()));
      formula.append(" · ").append(size.symbol());
      numbers.append(" · ").append(size.text(snapshot, when()));
    }
    return explanation(formula.toString(), numbers.toString(), List.of(), sources);
  }

  private Explanation memory() {
    List<Term> terms =
        Stream.of(TransformerFigure.PARAMETER_BYTES, TransformerFigure.KV_BYTES)
            .map(
                figure ->
                    new Term(figure.title(), text(figure), value(figure), List.of(total(figure))))
            .toList();
    return explanation(
        terms.get(0).label() + " + " + terms.get(1).label(),
        terms.get(0).numbers() + " + " + terms.get(1).numbers(),
        terms,
        terms.stream().flatMap(term -> term.sources().stream()).toList());
  }

  private Explanation of(SizeFormula formula, List<Term> terms) {
    return explanation(
        formula.symbols(), formula.numbers(snapshot, when()), terms, formula.refs(when()));
  }

  /** A sum whose terms are formulas of their own. */
  private Explanation of(List<Term> terms, SizeFormula... formulas) {
    return explanation(
        Stream.of(formulas).map(SizeFormula::symbols).collect(Collectors.joining(" + ")),
        terms.stream().map(Term::numbers).collect(Collectors.joining(" + ")),
        terms,
        terms.stream().flatMap(term -> term.sources().stream()).distinct().toList());
  }

  private When when() {
    return ref.when();
  }

  private Total total(TransformerFigure figure) {
    return new Total(figure, when());
  }

  private String text(TransformerFigure figure) {
    return figure.text(snapshot, when());
  }

  private double value(TransformerFigure figure) {
    return figure.value(snapshot, when()).orElse(Double.NaN);
  }

  /** Figures are float64 from the start, so that shown and exact value are one. */
  private Explanation explanation(
      String formula, String numbers, List<Term> terms, List<ValueRef> sources) {
    TransformerFigure figure = ref.figure();
    double value = value(figure);
    String meaning =
        figure.value(snapshot, when()).isPresent()
            ? figure.meaning()
            : figure == TransformerFigure.CROSSOVER
                ? Texts.get("rooflinetransformer.crossover.none")
                : Texts.get("rooflinetransformer.noRoof");
    return new Explanation(
        ref,
        TransformerExplainer.title(figure, when()),
        meaning,
        value,
        value,
        figure.unit(),
        formula,
        numbers + " = " + text(figure),
        terms,
        sources);
  }
}
