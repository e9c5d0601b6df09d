package org.inferscope.tab.gpt2.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.support.NoFiles;
import org.inferscope.tab.RooflineIntent;
import org.inferscope.tab.TransformerIntent;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.MapSettings.Grain;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.ui.action.AppAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapActionsTest {
  @TempDir Path folder;
  private Path file;
  private Gpt2Rig rig;
  private MapPresenter map;

  @BeforeEach
  void open() {
    file = folder.resolve("products.csv");
    rig =
        new Gpt2Rig(
            folder.resolve("model"),
            new NoFiles() {
              @Override
              public Optional<Path> toSave(
                  String title, String kind, String name, String extension) {
                return Optional.of(file);
              }
            });
    map = new MapPresenter(rig.presenter);
    rig.settle();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private AppAction action(String id) {
    return MapActions.of(map).stream()
        .filter(each -> each.id().equals("gpt2.map." + id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theProductsAreWrittenAndItIsSaid() throws IOException {
    map.measure();
    rig.settle();
    action("csv").perform();
    rig.settle();
    assertThat(Files.readAllLines(file)).hasSize(1 + 6 * 6 + 1);
    assertThat(Files.readAllLines(file).get(1)).startsWith("qkv,0,1,4,192,576,884736,");
    assertThat(rig.presenter.notice()).contains("products.csv");
    rig.type("The");
    assertThat(rig.presenter.notice()).isEmpty();
  }

  @Test
  void theModelAndItsProductsOpenOnTheRoofline() {
    action("roofline").perform();
    assertThat(rig.opened.get(0)).isInstanceOf(TransformerIntent.class);
    map.goTo(new WalkStep(Operation.GELU, 0));
    assertThat(action("product").applies()).as("GELU is no product").isFalse();
    map.goTo(new WalkStep(Operation.DOWN, 0));
    action("product").perform();
    assertThat(rig.opened.get(1)).isInstanceOf(RooflineIntent.class);
  }

  @Test
  void whatTheMapShowsIsChangedOnlyWhileItIsInFront() {
    AppAction blocks = action("blocks");
    blocks.perform();
    assertThat(map.settings().grain()).isEqualTo(Grain.BLOCK);
    rig.presenter.show(View.STATES);
    blocks.refresh();
    assertThat(blocks.isEnabled()).isFalse();
  }
}
