package org.inferscope.tab.gpt2.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.weights.LayerMatrix;
import org.inferscope.model.gpt2.weights.Level;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.Statistic;
import org.inferscope.model.gpt2.weights.TileKey;
import org.inferscope.model.gpt2.weights.WeightRef;
import org.inferscope.support.NoFiles;
import org.inferscope.support.Pictures;
import org.inferscope.tab.LinearIntent;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Column;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Compare;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Mode;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Range;
import org.inferscope.tab.gpt2.weights.WeightsPresenter.Cell;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsPresenterTest {
  @TempDir Path folder;
  private Gpt2Rig rig;
  private WeightsPresenter presenter;
  private WeightsLoader loader;

  @BeforeAll
  static void colours() {
    Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          return true;
        });
  }

  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder.resolve("model"), new Here());
    rig.presenter.show(View.WEIGHTS);
    presenter = new WeightsPresenter(rig.presenter);
    loader = new WeightsLoader(presenter);
    presenter.listen(loader::pump);
    // As the view does, which asks for more whenever it paints anew.
    loader.onArrival(loader::pump);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private List<String> names() {
    return presenter.rows().stream().map(ParameterFacts::name).toList();
  }

  @Test
  void filtersByWordsAndSortsByColumns() {
    assertThat(names()).hasSize(76).startsWith("wte.weight", "wpe.weight");
    presenter.filter("c_proj weight");
    assertThat(names()).hasSize(12).allMatch(name -> name.contains("c_proj"));
    presenter.sort(Column.COUNT);
    assertThat(names().get(0)).isEqualTo("h.0.mlp.c_proj.weight");
    presenter.sort(Column.COUNT);
    assertThat(names().get(0)).isEqualTo("h.0.attn.c_proj.weight");
    presenter.sort(Column.COUNT);
    assertThat(presenter.settings().listing().sort()).isEqualTo(Column.ORDER);
    rig.presenter.selectLayer(3);
    presenter.filterLayer();
    assertThat(names()).hasSize(12).allMatch(name -> name.startsWith("h.3."));
    presenter.filterLayer();
    assertThat(names()).hasSize(76);
  }

  @Test
  void theSelectedParameterDrivesLayerAndFigures() {
    presenter.select("h.4.mlp.c_fc.weight");
    assertThat(rig.presenter.layer()).isEqualTo(4);
    rig.settle();
    assertThat(presenter.stats("h.4.mlp.c_fc.weight")).isPresent();
    presenter.explain(new WeightRef.Figure("h.4.mlp.c_fc.weight", Statistic.MEAN));
    assertThat(rig.inspector.current().orElseThrow().subject())
        .isEqualTo(new WeightRef.Figure("h.4.mlp.c_fc.weight", Statistic.MEAN));
    rig.presenter.history().undo();
    assertThat(presenter.selected().orElseThrow().name()).isEqualTo("h.0.attn.c_attn.weight");
  }

  @Test
  void tilesInSightAreMadeAndColouredAnewWithTheRange() {
    TileKey key = new TileKey(Level.FULL, 1, 0);
    loader.see(List.of(key));
    rig.settle();
    Tile tile = loader.tile(key);
    assertThat(tile).isNotNull();
    assertThat(tile.colours().limit()).isEqualTo(0.3);
    assertThat(tile.texels().get(3, 7)).isEqualTo(presenter.value(new Cell(7, 256 + 3)));
    assertThat(loader.rough()).isPresent();
    presenter.use(Range.PERCENTILE);
    rig.settle();
    Tile again = loader.tile(key);
    assertThat(again).isNotNull();
    assertThat(again.colours().limit()).isLessThan(0.3).isEqualTo(loader.limit(Level.FULL).get());
    assertThat(again.texels()).isSameAs(tile.texels());
  }

  @Test
  void rowAndColumnOfTheCellUnderThePointerAreRead() {
    loader.hover(new Cell(11, 22));
    rig.settle();
    Profile profile = loader.profile().orElseThrow();
    assertThat(profile.row().get(0, 22)).isEqualTo(presenter.value(new Cell(11, 22)));
    assertThat(profile.column().get(11, 0)).isEqualTo(presenter.value(new Cell(11, 22)));
    assertThat(profile.row().cols()).isEqualTo(576);
    assertThat(profile.column().rows()).isEqualTo(192);
  }

  @Test
  void allLayersAreCountedToBeCompared() {
    presenter.show(Mode.LAYER);
    presenter.compare(Compare.PREVIOUS, 0);
    assertThat(presenter.compared()).isEmpty();
    rig.presenter.selectLayer(2);
    assertThat(presenter.compared()).hasValue(1);
    rig.settle();
    for (LayerMatrix matrix : LayerMatrix.values()) {
      for (int layer = 0; layer < 6; layer++) {
        assertThat(presenter.stats(matrix.weight(layer))).isPresent();
      }
    }
  }

  @Test
  void theNotebooksPicturesAreRead() {
    presenter.show(Mode.CORNER);
    rig.settle();
    Corner corner = loader.corner().orElseThrow();
    assertThat(corner.step()).isEqualTo(3);
    assertThat(corner.sampled().shapeText()).isEqualTo("64×192");
    assertThat(corner.sampled().get(2, 5)).isEqualTo(presenter.value(new Cell(6, 15)));
    assertThat(corner.corner().get(31, 30)).isEqualTo(presenter.value(new Cell(31, 30)));
  }

  @Test
  void opensTheSelectionElsewhereAndSaysWhyNot() {
    presenter.select(new Cell(40, 300));
    presenter.openInLinear();
    presenter.openInMatmul();
    assertThat(rig.opened).hasSize(2);
    assertThat(rig.opened.get(0)).isInstanceOf(LinearIntent.class);
    assertThat(rig.opened.get(1)).isInstanceOf(MultiplyIntent.class);
    presenter.select("wte.weight");
    assertThat(presenter.obstacle()).isNotEmpty();
    presenter.openInLinear();
    assertThat(rig.opened).hasSize(2);
  }

  @Test
  void aNumberIsSelectedAndCanBeExplained() {
    presenter.select("wpe.weight");
    presenter.select(new Cell(3, 4));
    assertThat(presenter.cell()).isEqualTo(new Cell(3, 4));
    assertThat(presenter.explainer().knows(new Gpt2Ref.Weight("wpe.weight", 3, 4))).isTrue();
  }

  @Test
  void aFailedJobSaysSoOnceAndIsNotTriedForEver() {
    rig.compute.failWith(new InferscopeException("The file is gone."));
    presenter.select("wte.weight");
    rig.settle();
    assertThat(presenter.problem()).isEqualTo("The file is gone.");
    assertThat(rig.compute.submitted()).isLessThan(40);
  }

  @Test
  void aCancelledJobIsNotBegunAgainByItself() {
    rig.settle();
    int before = rig.compute.submitted();
    presenter.select("wte.weight");
    assertThat(rig.compute.waiting()).isEqualTo(1);
    rig.compute.lane("gpt2.weights").cancel();
    assertThat(rig.compute.waiting()).isZero();
    assertThat(rig.compute.submitted()).isEqualTo(before + 1);
    presenter.select("wpe.weight");
    assertThat(rig.compute.waiting()).as("a person asks for more").isEqualTo(1);
  }

  @Test
  void aClosedServiceThatCancelsAllJobsIsAskedOnce() {
    rig.settle();
    int before = rig.compute.submitted();
    rig.compute.close();
    presenter.select("wte.weight");
    for (int i = 0; i < 20 && rig.compute.waiting() > 0; i++) {
      rig.compute.runOne();
    }
    assertThat(rig.compute.waiting()).isZero();
    assertThat(rig.compute.submitted()).isEqualTo(before + 1);
  }

  @Test
  void exportsTheTableAndTheHistogram() throws Exception {
    presenter.filter("h.0.");
    presenter.show(Mode.DISTRIBUTION);
    rig.settle();
    for (AppAction action : WeightsActions.of(presenter)) {
      if (action.id().endsWith("csv")) {
        action.perform();
        rig.settle();
      }
    }
    assertThat(Files.readAllLines(folder.resolve("parameters.csv")))
        .hasSize(13)
        .startsWith("name,rows,columns,count,share")
        .anyMatch(line -> line.startsWith("h.0.attn.c_attn.weight,192,576,110592,0.0355"));
    assertThat(Files.readAllLines(folder.resolve("histogram-h.0.attn.c_attn.weight.csv")))
        .hasSize(101);
    assertThat(rig.presenter.notice()).contains("histogram");
  }

  /** Answers every question for a file to write with one in the test's folder. */
  private final class Here extends NoFiles {
    @Override
    public Optional<Path> toSave(String title, String kind, String name, String ending) {
      return Optional.of(folder.resolve(name + "." + ending));
    }
  }
}
