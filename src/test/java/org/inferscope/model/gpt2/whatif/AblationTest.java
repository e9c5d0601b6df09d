package org.inferscope.model.gpt2.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.inferscope.model.gpt2.DemoModel;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Intervention;
import org.inferscope.model.gpt2.Site;
import org.junit.jupiter.api.Test;

class AblationTest {
  private static final Part HEAD = new Part.Head(2, 4);
  private static final Part MLP = new Part.Mlp(2);
  private static final Part TOKEN = new Part.Token(3);

  @Test
  void sortsItsPartsAndHasEachOnce() {
    Ablation ablation =
        new Ablation(
            List.of(MLP, HEAD, TOKEN, HEAD, new Part.Head(3, 0), new Part.Head(2, 0)), Fill.ZERO);
    assertThat(ablation.parts())
        .containsExactly(TOKEN, new Part.Head(2, 0), HEAD, MLP, new Part.Head(3, 0));
  }

  @Test
  void togglesSeveralTogether() {
    Ablation one = Ablation.NONE.toggled(List.of(HEAD));
    Ablation both = one.toggled(List.of(HEAD, MLP));
    assertThat(both.parts()).containsExactly(HEAD, MLP);
    assertThat(both.toggled(List.of(HEAD, MLP)).isEmpty()).isTrue();
    assertThat(both.toggled(List.of(HEAD)).parts()).containsExactly(MLP);
  }

  @Test
  void leavesOutWhatASmallerModelOrAShorterPromptHasNot() {
    Ablation all =
        Ablation.NONE.with(
            List.of(
                HEAD,
                MLP,
                TOKEN,
                new Part.Head(6, 0),
                new Part.Head(0, 6),
                new Part.Mlp(6),
                new Part.Token(4)));
    assertThat(all.in(DemoModel.CONFIG, 4).parts()).containsExactly(TOKEN, HEAD, MLP);
    assertThat(all.in(DemoModel.CONFIG, 3).parts()).containsExactly(HEAD, MLP);
  }

  @Test
  void replacesWhatAHeadReadWhatAnMlpAddsAndWhatEntersTheFirstBlock() {
    List<Intervention> made = new Ablation(List.of(HEAD, MLP, TOKEN), Fill.MEAN).interventions();
    assertThat(made)
        .extracting(Intervention::at)
        .containsExactly(
            new HookPoint(Site.RESID_PRE, 0),
            new HookPoint(Site.Z, 2),
            new HookPoint(Site.MLP_OUT, 2));
    assertThat(made).extracting(Intervention::by).containsOnly(new Intervention.Replacement.Mean());
    assertThatThrownBy(() -> new Part.Head(-1, 0)).hasMessageContaining("layer");
  }
}
