package org.inferscope.tab.network.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.inferscope.io.lesson.Lesson;
import org.inferscope.io.lesson.LessonException;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.WeightDrawing;
import org.inferscope.model.network.preset.Preset;
import org.inferscope.model.network.preset.Presets;
import org.junit.jupiter.api.Test;

class NetworkCodecTest {
  private final NetworkCodec codec = new NetworkCodec();

  @Test
  void everyPresetComesBack() {
    for (Preset preset : Presets.drawn()) {
      NetworkState state = NetworkState.of(preset.plan(), preset.input(), Optional.empty());
      assertThat(roundTrip(state)).as(preset.id()).isEqualTo(state);
    }
  }

  @Test
  void whatIsOffHeldAndShownComesBack() {
    NetworkState first = NetworkState.first();
    NetworkState state =
        first
            .with(InputBatch.random(5, 40, 8), Optional.of(5L))
            .with(
                Ablations.NONE
                    .toggled(new Ablations.Unit(1, 3))
                    .toggled(new Ablations.Link(2, 1, 7)))
            .with(Optional.of(Held.of(first)))
            .with(new Display(39, Display.View.COMPARE, Display.Axis.PER_LAYER, true));
    assertThat(roundTrip(state)).isEqualTo(state);
  }

  @Test
  void aLargeDrawnNetworkIsAFewLines() {
    NetworkState state =
        NetworkState.of(
            NetworkPlan.of(4096, 4096, 4096), InputBatch.random(42, 64, 4096), Optional.of(42L));
    assertThat(codec.write(state).toString().length()).isLessThan(2000);
  }

  @Test
  void givenWeightsComeBackBitForBitAlsoWhereTheyAreMany() {
    NetworkPlan plan = NetworkPlan.of(100, 90, 3);
    NetworkState state =
        NetworkState.of(
            NetworkPlan.of(new WeightDrawing().build(plan, share -> {}), "trained"),
            InputBatch.random(1, 50, 100),
            Optional.empty());
    assertThat(roundTrip(state)).isEqualTo(state);
  }

  @Test
  void whatDoesNotFitNamesItsLineAndWhatWouldBeRight() {
    Map<String, LessonNode> fields =
        new LinkedHashMap<>(codec.write(NetworkState.first()).fields());
    fields.put("row", LessonNode.of(7));
    Lesson lesson = throughAFile(LessonNode.object(fields));
    assertThatThrownBy(() -> lesson.read(codec))
        .isInstanceOf(LessonException.class)
        .hasMessageContaining("row");
  }

  private NetworkState roundTrip(NetworkState state) {
    return throughAFile(codec.write(state)).read(codec).orElseThrow();
  }

  private Lesson throughAFile(LessonNode node) {
    Lesson lesson = Lesson.empty().with("1", codec.id(), Map.of(codec.id(), node));
    return Lesson.parse("lesson", lesson.toBytes());
  }
}
