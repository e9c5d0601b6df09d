package org.inferscope.tab.roofline.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.TransformerPreset;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.model.roofline.transformer.explain.TransformerFigure;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Product;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Total;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;
import org.inferscope.tab.FilePrompt;
import org.inferscope.tab.roofline.desk.RooflineState.Order;
import org.inferscope.tab.roofline.desk.RooflineState.View;
import org.inferscope.tab.roofline.desk.Selection;
import org.inferscope.ui.action.AppAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerPresenterTest {
  private final LayerDesk bench = new LayerDesk();
  private final LayerPresenter presenter = bench.presenter;

  private TransformerPreset preset(String id) {
    return presenter.presets().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itOpensOnTheNotebooksLayer() {
    assertThat(presenter.preset().map(TransformerPreset::id)).hasValue(TransformerPreset.NOTEBOOK);
    LayerScene scene = presenter.scene();
    assertThat(scene.rows())
        .extracting(LayerColumn.FLOPS::text)
        .containsExactly("206.16", "34.36", "34.36", "68.72", "369.37", "184.68");
    assertThat(LayerColumn.FLOPS.total(scene.snapshot())).isEqualTo("897.65");
    assertThat(TransformerFigure.FFN_SHARE.text(scene.snapshot(), When.NOW)).isEqualTo("61.7 %");
    assertThat(scene.rows().stream().mapToDouble(LayerRow::share).sum()).isCloseTo(1, within(1e-9));
    assertThat(scene.rows())
        .extracting(LayerColumn.BOUND::text)
        .containsExactly(
            "arithmetic", "memory", "memory", "arithmetic", "arithmetic", "arithmetic");
  }

  @Test
  void sortedTheLargestComesFirst() {
    presenter.setOrder(Order.LARGEST_FIRST);
    assertThat(presenter.scene().rows())
        .extracting(LayerRow::matmul)
        .startsWith(LayerMatmul.FFN_UP, LayerMatmul.QKV, LayerMatmul.FFN_DOWN, LayerMatmul.OUTPUT);
  }

  @Test
  void aPublishedModelBringsItsSizesAndTheNotebooksItsPromptToo() {
    presenter.slide(LayerField.BATCH, 16);
    presenter.choose(preset("llama-3-8b"));
    assertThat(presenter.state().spec().kvHeads()).isEqualTo(8);
    assertThat(presenter.state().work().batch()).isEqualTo(16);
    presenter.choose(preset(TransformerPreset.NOTEBOOK));
    assertThat(presenter.state().work()).isEqualTo(Workload.NOTEBOOK);
    presenter.choose(preset("llama-2-7b"));
    assertThat(presenter.preset().map(TransformerPreset::id)).hasValue("llama-2-7b");
    presenter.type(Map.of(LayerField.FFN, "11000"));
    assertThat(presenter.preset()).isEmpty();
    bench.desk.history().undo();
    assertThat(presenter.preset().map(TransformerPreset::id)).hasValue("llama-2-7b");
  }

  @Test
  void aDragIsOneStepAndTheNextDragAnother() {
    int depth = bench.desk.history().depth();
    for (int tokens = 2048; tokens < 4096; tokens += 256) {
      presenter.slide(LayerField.SEQUENCE, tokens + 256);
    }
    presenter.letGo();
    assertThat(bench.desk.history().depth()).isEqualTo(depth + 1);
    presenter.slide(LayerField.SEQUENCE, 512);
    presenter.letGo();
    assertThat(bench.desk.history().depth()).isEqualTo(depth + 2);
    bench.desk.history().undo();
    assertThat(presenter.state().work().sequence()).isEqualTo(4096);
    bench.desk.history().undo();
    assertThat(presenter.state().work().sequence()).isEqualTo(2048);
  }

  @Test
  void whatDoesNotHoldIsSaidUntilItDoes() {
    presenter.type(Map.of(LayerField.HEADS, "33"));
    assertThat(presenter.problems()).containsOnlyKeys(LayerField.HEADS);
    assertThat(presenter.state().spec().heads()).isEqualTo(32);
    presenter.type(Map.of(LayerField.HEADS, "16"));
    assertThat(presenter.problems()).isEmpty();
    assertThat(presenter.state().spec().heads()).isEqualTo(16);
  }

  @Test
  void theSelectionIsTheTabs() {
    presenter.select(LayerMatmul.OUTPUT);
    assertThat(bench.desk.state().selection()).isEqualTo(new Selection.OfLayer(LayerMatmul.OUTPUT));
    assertThat(presenter.scene().lit()).hasValue(LayerMatmul.OUTPUT);
  }

  @Test
  void anOpenExplanationFollowsTheSlider() {
    presenter.explain(new Total(TransformerFigure.KV_BYTES, When.NOW));
    assertThat(bench.inspector.current().orElseThrow().shown()).isEqualTo(2048 * 524_288.0);
    presenter.slide(LayerField.BATCH, 4);
    assertThat(bench.inspector.current().orElseThrow().shown()).isEqualTo(4 * 2048 * 524_288.0);
    presenter.explain(Product.of(LayerMatmul.QKV, PointFigure.INTENSITY));
    bench.inspector.follow(bench.inspector.current().orElseThrow().sources().get(0));
    assertThat(bench.inspector.crumbs())
        .containsExactly("QKV projection: Arithmetic intensity", "QKV projection: FLOPs");
  }

  @Test
  void anotherDeviceTakesThePlaceOfTheFirst() {
    bench.desk.change(state -> state.with(List.of("a100-notebook", "t4")), "Choose devices", null);
    presenter.setDevice("h100-sxm");
    assertThat(presenter.state().devices()).containsExactly("h100-sxm", "t4");
    assertThat(presenter.snapshot().roof().orElseThrow().peak()).isEqualTo(989.4e12);
    assertThat(presenter.scene().memory()).isEqualTo(80e9);
  }

  @Test
  void listenersHearOfEveryChange() {
    AtomicInteger heard = new AtomicInteger();
    presenter.listen(heard::incrementAndGet);
    presenter.setPhase(Workload.Phase.DECODE);
    presenter.setGated(false);
    presenter.setTied(true);
    assertThat(heard).hasValue(3);
    assertThat(presenter.state().spec().gated()).isFalse();
    assertThat(presenter.state().spec().tied()).isTrue();
    bench.desk.show(View.ROOFLINE);
    assertThat(presenter.isInFront()).isFalse();
  }

  @Test
  void theTableIsWrittenAsCsvInItsOrder(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("layer.csv");
    LayerDesk saving = new LayerDesk(new Saving(Optional.of(file)));
    saving.presenter.setOrder(Order.LARGEST_FIRST);
    action(saving.presenter, "roofline.layer.csv").perform();
    saving.compute.runAll();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(8);
    assertThat(lines.get(1)).startsWith("FFN gate + up,1,2048,4096,22016,");
    assertThat(saving.presenter.notice()).isEqualTo("Saved layer.csv.");
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid(@TempDir Path folder) {
    Path file = folder.resolve("missing").resolve("layer.csv");
    LayerDesk saving = new LayerDesk(new Saving(Optional.of(file)));
    action(saving.presenter, "roofline.layer.csv").perform();
    saving.compute.runAll();
    assertThat(saving.presenter.notice()).contains("layer.csv").doesNotStartWith("Saved");
  }

  @Test
  void phasesAndOrderAreActionsOfTheViewInFront() {
    action(presenter, "roofline.layer.decode").perform();
    assertThat(presenter.state().work().phase()).isEqualTo(Workload.Phase.DECODE);
    assertThat(action(presenter, "roofline.layer.decode").isSelected()).isTrue();
    action(presenter, "roofline.layer.sorted").perform();
    assertThat(presenter.state().order()).isEqualTo(Order.LARGEST_FIRST);
    bench.desk.show(View.BENCHMARK);
    assertThat(action(presenter, "roofline.layer.prefill").applies()).isFalse();
    assertThat(action(presenter, "roofline.layer.csv").applies()).isTrue();
  }

  private static AppAction action(LayerPresenter of, String id) {
    return LayerActions.of(of).stream()
        .filter(action -> action.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private record Saving(Optional<Path> file) implements FilePrompt {
    @Override
    public Optional<Path> toOpen(String title, String kind, String... endings) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folderToOpen(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> toSave(String title, String kind, String name, String ending) {
      return file;
    }
  }
}
