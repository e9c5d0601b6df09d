package org.inferscope.tab.gpt2.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.inferscope.io.lesson.LessonException;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.model.gpt2.whatif.Ablation;
import org.inferscope.model.gpt2.whatif.Fill;
import org.inferscope.model.gpt2.whatif.Measure;
import org.inferscope.model.gpt2.whatif.Part;
import org.junit.jupiter.api.Test;

class WhatIfSettingsTest {
  @Test
  void comesBackFromALessonAlsoWithPartsThatASmallerModelLacks() {
    WhatIfSettings settings =
        new WhatIfSettings(
            new Ablation(
                List.of(
                    new Part.Token(0),
                    new Part.Token(900),
                    new Part.Head(0, 3),
                    new Part.Head(47, 24),
                    new Part.Mlp(0),
                    new Part.Mlp(47)),
                Fill.MEAN),
            Optional.of(new WhatIfSettings.Target("gpt2", 50_256)),
            Measure.DIRECT,
            true);
    assertThat(WhatIfSettings.read(settings.write())).isEqualTo(settings);
    assertThat(WhatIfSettings.read(WhatIfSettings.FIRST.write())).isEqualTo(WhatIfSettings.FIRST);
  }

  @Test
  void saysWhatIsNoPart() {
    LessonNode wrong =
        new LessonFields()
            .put("parts", LessonNode.list(List.of(new LessonFields().put("neuron", 3).node())))
            .put("fill", Fill.ZERO)
            .put("measure", Measure.LOGIT)
            .put("sweeps", false)
            .node();
    assertThatThrownBy(() -> WhatIfSettings.read(wrong))
        .isInstanceOf(LessonException.class)
        .hasMessageContaining("a head with its layer, an mlp or a token");
  }
}
