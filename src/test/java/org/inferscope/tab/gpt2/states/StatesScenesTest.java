package org.inferscope.tab.gpt2.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.inferscope.io.gpt2.StatesCsv;
import org.inferscope.io.safetensors.SafetensorsFile;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.StatesSettings;
import org.inferscope.tab.gpt2.desk.StatesSettings.Colours;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.ui.theme.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatesScenesTest {
  private static final Path FIXTURE =
      Path.of("src/test/resources/org/inferscope/model/gpt2/fixtures/seed.safetensors");
  private static final int WIDTH = 192;
  private static final int TOKENS = 4;
  private static final int LAYERS = 6;

  @TempDir Path folder;
  private Gpt2Rig rig;
  private StatesScenes scenes;

  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder);
    rig.presenter.show(View.STATES);
    scenes = new StatesScenes(rig.presenter);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private StatesScene scene() {
    return scenes.current().orElseThrow();
  }

  private void set(StatesSettings settings) {
    rig.presenter.change(state -> state.with(settings), "set", null);
  }

  @Test
  void lengthsCosinesAndValuesAgreeWithAnotherImplementation() {
    float[] expected;
    try (SafetensorsFile file = SafetensorsFile.open(FIXTURE)) {
      expected = file.read("hidden_states");
    }
    for (int token = 0; token < TOKENS; token++) {
      rig.presenter.selectToken(token);
      StatesScene scene = scene();
      assertThat(scene.followed().position()).isEqualTo(token);
      assertThat(scene.states()).isEqualTo(LAYERS + 1);
      for (int state = 0; state <= LAYERS; state++) {
        assertThat(scene.followed().norms().get(state))
            .isEqualTo(Math.sqrt(dot(expected, token, state, state)), within(1e-3));
        for (int j = 0; j < scene.columns(); j++) {
          assertThat(scene.values().get(state, j))
              .isEqualTo(expected[at(state, token) + j], within(2e-4f));
        }
      }
      for (int state = 0; state < LAYERS; state++) {
        double lengths =
            Math.sqrt(dot(expected, token, state, state) * dot(expected, token, state + 1, state + 1));
        assertThat(scene.followed().cosines().get(state))
            .isEqualTo(dot(expected, token, state, state + 1) / lengths, within(1e-5));
      }
    }
  }

  private static int at(int state, int token) {
    return (state * TOKENS + token) * WIDTH;
  }

  private static double dot(float[] all, int token, int a, int b) {
    double sum = 0;
    for (int j = 0; j < WIDTH; j++) {
      sum += (double) all[at(a, token) + j] * all[at(b, token) + j];
    }
    return sum;
  }

  @Test
  void chosenTokensKeepTheirColoursAndTheFollowedOneIsCoral() {
    set(StatesSettings.FIRST.toggled(0).toggled(2).toggled(9));
    assertThat(scene().lines()).extracting(TokenLine::position).containsExactly(3, 0, 2);
    assertThat(scene().lines())
        .extracting(TokenLine::role)
        .containsExactly(Role.ROW, Role.BLUE, Role.PLUM);
    rig.presenter.selectToken(0);
    assertThat(scene().lines()).extracting(TokenLine::position).containsExactly(0, 2);
    assertThat(scene().lines())
        .extracting(TokenLine::role)
        .containsExactly(Role.ROW, Role.PLUM);
  }

  @Test
  void theSameSceneIsGivenUntilSomethingChanges() {
    StatesScene first = scene();
    rig.presenter.fire();
    assertThat(scene()).isSameAs(first);
    rig.presenter.selectToken(1);
    assertThat(scene()).isNotSameAs(first);
    rig.type("One");
    assertThat(scene().shown()).isSameAs(rig.shown());
    assertThat(scene().followed().word()).isEqualTo("One");
  }

  @Test
  void theHeatmapScrollsAndZoomsOverAllDimensions() {
    HeatView view = new HeatView(rig.presenter);
    assertThat(scene().from()).isZero();
    assertThat(scene().columns()).isEqualTo(64);
    view.to(Integer.MAX_VALUE);
    assertThat(scene().from()).isEqualTo(WIDTH - 64);
    view.zoom(1, 0.5);
    view.zoom(1, 0.5);
    assertThat(scene().columns()).isEqualTo(WIDTH);
    assertThat(scene().from()).isZero();
    for (int i = 0; i < 9; i++) {
      view.zoom(-1, 1);
    }
    assertThat(scene().columns()).isEqualTo(StatesSettings.FEWEST_COLUMNS);
    assertThat(scene().from()).isEqualTo(WIDTH - StatesSettings.FEWEST_COLUMNS);
    rig.presenter.history().undo();
    assertThat(scene().from()).isZero();
  }

  @Test
  void aViewOfAWiderModelIsHeldInThisOne() {
    set(StatesSettings.FIRST.withView(700, 64));
    assertThat(scene().from()).isEqualTo(WIDTH - 64);
    set(StatesSettings.FIRST.withView(700, 5000));
    assertThat(scene().from()).isZero();
    assertThat(scene().columns()).isEqualTo(WIDTH);
  }

  @Test
  void coloursOfAllDimensionsStayWhileItIsScrolled() {
    set(StatesSettings.FIRST.with(Colours.ALL));
    double first = scene().limit();
    new HeatView(rig.presenter).to(100);
    assertThat(scene().limit()).isEqualTo(first);
    assertThat(first).isBetween(1.0, 100.0);
  }

  @Test
  void oneTokenIsEnough() {
    rig.type("The");
    assertThat(scene().lines()).hasSize(1);
    assertThat(StatesWords.caption(scene())).contains("The");
    assertThat(StatesWords.note(scene())).contains("final layer norm");
  }

  @Test
  void withoutAPromptThereIsNothing() {
    rig.presenter.type("");
    rig.settle();
    assertThat(scenes.current()).isEmpty();
    assertThat(new StatesPane(rig.presenter).caption()).contains("type a prompt");
  }

  @Test
  void eachRowIsAtItsPlaceInThePass() {
    assertThat(scene().point(0)).isEqualTo(new HookPoint(Site.RESID_PRE, 0));
    assertThat(scene().point(2)).isEqualTo(new HookPoint(Site.RESID_POST, 1));
    assertThat(scene().point(LAYERS)).isEqualTo(HookPoint.of(Site.LN_FINAL));
  }

  @Test
  void theTableHasAllNumbersOfTheChosenTokens() {
    String text =
        StatesCsv.write(
            rig.shown().trace(), List.of(3, 0), rig.shown().tokens()::word);
    String[] lines = text.split("\r?\n", -1);
    assertThat(lines[0]).startsWith("position,token,state,hook,l2_norm,cosine_with_next,d0,d1");
    assertThat(lines).hasSize(2 + 2 * (LAYERS + 1));
    assertThat(lines[1]).startsWith("3,·is,0,blocks.0.hook_resid_pre,");
    assertThat(lines[LAYERS + 1]).startsWith("3,·is,6,ln_final.hook_normalized,").contains(",,");
    assertThat(lines[2].split(",", -1)).hasSize(6 + WIDTH);
    assertThat(lines[2].split(",", -1)[6])
        .isEqualTo(Float.toString(rig.shown().trace().hiddenState(1).get(3, 0)));
  }
}
