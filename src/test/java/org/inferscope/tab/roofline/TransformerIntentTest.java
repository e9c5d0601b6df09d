package org.inferscope.tab.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.NoFiles;
import org.inferscope.tab.LinearIntent;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.TransformerIntent;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;
import org.junit.jupiter.api.Test;

class TransformerIntentTest {
  private static final TransformerIntent GPT2 =
      new TransformerIntent(
          new TransformerSpec(6, 192, 6, 6, 768, false, 2048, true, 256),
          new Workload(Workload.Phase.PREFILL, 4, 1, 0),
          DType.FP32);

  private final RooflineTab tab =
      new RooflineTab(
          new TabContext(
              new ManualCompute(),
              new InspectorModel(),
              new Nowhere(),
              new NoFiles(),
              Optional.empty()));

  @Test
  void theLayerViewShowsTheModelAtItsWorkAsOneStep() {
    LessonNode before = tab.lesson().write();
    assertThat(tab.accepts(GPT2)).isTrue();
    tab.take(GPT2);
    LessonNode after = tab.lesson().write();
    assertThat(after.get("view").text()).isEqualTo("layer");
    assertThat(after.toString()).contains("192", "768", "2048");
    tab.undo().undo();
    assertThat(tab.lesson().write()).isEqualTo(before);
  }

  @Test
  void anotherTabsIntentIsRefused() {
    LinearIntent layer =
        new LinearIntent(Matrix.zeros(1, 1), Matrix.zeros(1, 1), Matrix.zeros(1, 1));
    assertThat(tab.accepts(layer)).isFalse();
    assertThatThrownBy(() -> tab.take(layer)).isInstanceOf(IllegalArgumentException.class);
  }

  private static final class Nowhere implements Navigator {
    @Override
    public boolean canOpen(Intent intent) {
      return false;
    }

    @Override
    public void open(Intent intent) {
      throw new IllegalArgumentException("nothing is opened here");
    }
  }
}
