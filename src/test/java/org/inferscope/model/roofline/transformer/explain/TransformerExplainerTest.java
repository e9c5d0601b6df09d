package org.inferscope.model.roofline.transformer.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Product;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Rows;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Share;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Size;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Total;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformerExplainerTest {
  private static final Optional<Roof> A100 = Optional.of(new Roof("A100", 312e12, 2e12));
  private static final TransformerSnapshot NOTEBOOK =
      new TransformerSnapshot(TransformerSpec.NOTEBOOK, Workload.NOTEBOOK, Formats.NOTEBOOK, A100);
  private static final TransformerSnapshot GPT2 =
      new TransformerSnapshot(
          new TransformerSpec(12, 768, 12, 12, 3072, false, 50257, true, 1024),
          new Workload(Workload.Phase.DECODE, 512, 4, 100),
          Formats.NOTEBOOK,
          A100);

  private final TransformerExplainer explainer = new TransformerExplainer(NOTEBOOK);

  private Explanation explain(TransformerFigure figure) {
    return explainer.explain(new Total(figure, When.NOW));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LAYER_FLOPS | 897648164864 | FLOPs",
        "FFN_SHARE | 61.722 | %",
        "ATTENTION_SHARE | 38.278 | %",
        "KV_PER_TOKEN | 524288 | bytes",
        "KV_BYTES | 1073741824 | bytes",
        "CROSSOVER | 8320 | tokens",
        "PARAMETERS | 6738149376 | ''"
      })
  void figuresAreTheNotebooksAndThoseWorkedByHand(
      TransformerFigure figure, double value, String unit) {
    Explanation told = explain(figure);
    assertThat(told.shown()).isCloseTo(value, within(1e-3));
    assertThat(told.exact()).isEqualTo(told.shown());
    assertThat(told.unit()).isEqualTo(unit);
  }

  @Test
  void theKvCacheIsTwoNumbersForEachLayerHeadAndPlace() {
    Explanation told = explain(TransformerFigure.KV_PER_TOKEN);
    assertThat(told.formula()).isEqualTo("2·L·Hkv·E·a");
    assertThat(told.substituted()).isEqualTo("2·32·32·128·2 = 524.3 kB");
    assertThat(told.sources())
        .containsExactly(
            size(TransformerSize.LAYERS),
            size(TransformerSize.KV_HEADS),
            size(TransformerSize.HEAD_WIDTH),
            size(TransformerSize.ACTIVATION_BYTES));
    Explanation width = explainer.explain(size(TransformerSize.HEAD_WIDTH));
    assertThat(width.formula()).isEqualTo("D / H");
    assertThat(width.substituted()).isEqualTo("4,096 / 32 = 128");
    assertThat(width.sources())
        .containsExactly(size(TransformerSize.HIDDEN), size(TransformerSize.HEADS));
    assertThat(explainer.explain(size(TransformerSize.HIDDEN)).isLeaf()).isTrue();
  }

  @Test
  void theCrossoverComesWithFormulaAndNumbers() {
    Explanation told = explain(TransformerFigure.CROSSOVER);
    assertThat(told.formula()).isEqualTo("((U + 1)·F − 2·D − 2·Hkv·E) / 2");
    assertThat(told.substituted()).isEqualTo("((2 + 1)·11,008 − 2·4,096 − 2·32·128) / 2 = 8,320");
  }

  @Test
  void aLayersOperationsAreSixTermsThatAddUpToIt() {
    Explanation told = explain(TransformerFigure.LAYER_FLOPS);
    assertThat(told.terms())
        .extracting(Term::label)
        .containsExactly(
            "QKV projection",
            "Attention scores",
            "Attention × values",
            "Output projection",
            "FFN gate + up",
            "FFN down");
    assertThat(told.terms().get(0).numbers()).isEqualTo("206.2 GFLOPs");
    assertThat(told.terms().stream().mapToDouble(Term::contribution).sum()).isEqualTo(told.shown());
  }

  @Test
  void aProductsSidesComeFromTheModelsSizes() {
    Explanation n = explainer.explain(Product.of(LayerMatmul.QKV, PointFigure.N));
    assertThat(n.formula()).isEqualTo("D + 2·Hkv·E");
    assertThat(n.substituted()).isEqualTo("4,096 + 2·32·128 = 12,288");
    Explanation k = explainer.explain(Product.of(LayerMatmul.QKV, PointFigure.K));
    assertThat(k.formula()).isEqualTo("D");
    assertThat(k.substituted()).isEqualTo("4,096");
    Explanation rows = explainer.explain(new Rows(LayerMatmul.SCORES, When.NOW));
    assertThat(rows.shown()).isEqualTo(65_536);
    assertThat(rows.substituted()).isEqualTo("1·32·2,048 = 65,536");
    assertThat(rows.meaning()).contains("32 products of 2,048 rows");
  }

  @Test
  void aProductsFiguresLeadToTheSameProductsFigures() {
    Explanation flops = explainer.explain(Product.of(LayerMatmul.SCORES, PointFigure.FLOPS));
    assertThat(flops.title()).isEqualTo("Attention scores: FLOPs");
    assertThat(flops.sources())
        .containsExactly(
            Product.of(LayerMatmul.SCORES, PointFigure.GROUPS),
            Product.of(LayerMatmul.SCORES, PointFigure.M),
            Product.of(LayerMatmul.SCORES, PointFigure.K),
            Product.of(LayerMatmul.SCORES, PointFigure.N));
  }

  @Test
  void tokensASecondOfEachPhaseAreOfThatPhaseWhateverIsSet() {
    Explanation decode =
        explainer.explain(new Total(TransformerFigure.TOKENS_PER_SECOND, When.DECODE));
    assertThat(decode.title()).isEqualTo("Tokens a second, decode");
    assertThat(decode.shown()).isCloseTo(151.2, within(0.3));
    assertThat(decode.sources())
        .containsExactly(
            new Size(TransformerSize.TOKENS, When.DECODE),
            new Total(TransformerFigure.PASS_TIME, When.DECODE));
    assertThat(
            explainer.explain(new Total(TransformerFigure.TOKENS_PER_SECOND, When.PREFILL)).shown())
        .isEqualTo(explain(TransformerFigure.TOKENS_PER_SECOND).shown());
  }

  @Test
  void sharesAddUpToAll() {
    double sum = 0;
    for (LayerMatmul matmul : LayerMatmul.values()) {
      sum += explainer.explain(new Share(matmul, When.NOW)).shown();
    }
    assertThat(sum).isCloseTo(100, within(1e-9));
    assertThat(explainer.explain(new Share(LayerMatmul.FFN_UP, When.NOW)).substituted())
        .isEqualTo("100 · 369.4 GFLOPs / 897.6 GFLOPs = 41.1 %");
  }

  @Test
  void withoutARoofTheFiguresThatNeedOneSaySo() {
    TransformerExplainer roofless =
        new TransformerExplainer(
            new TransformerSnapshot(
                NOTEBOOK.spec(), NOTEBOOK.work(), NOTEBOOK.formats(), Optional.empty()));
    for (TransformerFigure figure : TransformerFigure.values()) {
      Explanation told = roofless.explain(new Total(figure, When.NOW));
      boolean needsRoof =
          Set.of(
                  TransformerFigure.LAYER_TIME,
                  TransformerFigure.PASS_TIME,
                  TransformerFigure.TOKENS_PER_SECOND)
              .contains(figure);
      assertThat(Double.isNaN(told.shown())).as("%s", figure).isEqualTo(needsRoof);
      assertThat(told.meaning().startsWith("There is no such figure")).isEqualTo(needsRoof);
    }
  }

  /** Whatever is asked for, every trail ends at what was set. */
  @Test
  void everyTrailEndsAtSizesFormatsAndTheDevice() {
    for (TransformerSnapshot snapshot : List.of(NOTEBOOK, GPT2)) {
      TransformerExplainer all = new TransformerExplainer(snapshot);
      Deque<ValueRef> open = new ArrayDeque<>();
      for (When when : When.values()) {
        for (TransformerFigure figure : TransformerFigure.values()) {
          open.add(new Total(figure, when));
        }
        for (LayerMatmul matmul : LayerMatmul.values()) {
          open.add(new Rows(matmul, when));
          open.add(new Share(matmul, when));
        }
      }
      Set<ValueRef> seen = new HashSet<>();
      List<String> leaves = new ArrayList<>();
      while (!open.isEmpty()) {
        ValueRef ref = open.remove();
        if (!seen.add(ref)) {
          continue;
        }
        assertThat(all.knows(ref)).as("%s", ref).isTrue();
        Explanation told = all.explain(ref);
        assertThat(told.title()).isEqualTo(all.label(ref)).doesNotContain("!");
        assertThat(told.meaning()).isNotBlank().doesNotContain("!");
        assertThat(told.subject()).isEqualTo(ref);
        if (!told.terms().isEmpty()) {
          assertThat(told.terms().stream().mapToDouble(Term::contribution).sum())
              .as("%s", ref)
              .isCloseTo(told.shown(), withinPercentage(1e-9));
        }
        for (Term term : told.terms()) {
          assertThat(told.sources()).containsAll(term.sources());
        }
        if (told.isLeaf()) {
          leaves.add(told.title());
        }
        open.addAll(told.sources());
      }
      assertThat(seen).hasSizeGreaterThan(200);
      assertThat(leaves)
          .contains("Layers", "Hidden width", "Heads", "KV heads", "FFN width", "Vocabulary")
          .contains("Batch", "Cached tokens", "New tokens", "Bytes of a weight")
          .allMatch(
              leaf ->
                  leaf.matches(
                      "(Layers|Hidden width|Heads|KV heads|FFN width|Ways up|Vocabulary|Embedding"
                          + " matrices|Position vectors|Batch|Cached tokens|New tokens|Bytes of an?"
                          + " (weight|activation)|.*: (Peak|Memory bandwidth|Bytes of a number of"
                          + " B|Bytes of an activation))"));
    }
  }

  @Test
  void whatBelongsToAnotherModelIsRefused() {
    ValueRef foreign = new ValueRef() {};
    assertThat(explainer.knows(foreign)).isFalse();
    assertThatThrownBy(() -> explainer.explain(foreign))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Size size(TransformerSize size) {
    return new Size(size, When.NOW);
  }
}
