package org.inferscope.io.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.inferscope.model.roofline.transformer.TransformerPreset;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformerFileTest {
  private static final String HEADER =
      "id,name,year,parameters,layers,hidden,heads,kv_heads,ffn,gated,vocabulary,tied,positions,"
          + "context,sources\n";

  private static TransformerPreset byId(String id) {
    return TransformerFile.packaged().stream()
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theNotebooksIsFirstAndTheModelsOfTheLessonFollowEachWithASource() {
    List<TransformerPreset> presets = TransformerFile.packaged();
    assertThat(presets)
        .extracting(TransformerPreset::id)
        .doesNotHaveDuplicates()
        .containsExactly(
            TransformerPreset.NOTEBOOK,
            "gpt2",
            "gpt2-medium",
            "gpt2-large",
            "gpt2-xl",
            "llama-2-7b",
            "llama-2-13b",
            "llama-2-70b",
            "llama-3-8b",
            "llama-3-70b",
            "mistral-7b",
            "qwen2.5-7b");
    assertThat(presets)
        .allSatisfy(
            preset -> {
              assertThat(preset.sources()).isNotBlank();
              assertThat(preset.year()).isBetween(2019, 2026);
              assertThat(preset.context()).isBetween(1024, 131072);
            });
    assertThat(presets.get(0).spec()).isEqualTo(TransformerSpec.NOTEBOOK);
    assertThat(presets.get(0).isNotebook()).isTrue();
    assertThat(presets.get(0).name()).isEqualTo("Llama-7B scale");
  }

  /** Against the counts that everybody quotes, not those in the file. */
  @ParameterizedTest
  @CsvSource({
    "gpt2, 124e6",
    "gpt2-medium, 355e6",
    "gpt2-large, 774e6",
    "gpt2-xl, 1.56e9",
    "llama-2-7b, 6.74e9",
    "llama-2-13b, 13.0e9",
    "llama-2-70b, 69.0e9",
    "llama-3-8b, 8.03e9",
    "llama-3-70b, 70.6e9",
    "mistral-7b, 7.24e9",
    "qwen2.5-7b, 7.62e9"
  })
  void sizesComeToThePublishedNumberOfParameters(String id, double published) {
    TransformerPreset preset = byId(id);
    assertThat(preset.spec().parameters()).isCloseTo(published, withinPercentage(1));
    assertThat(preset.parameters()).isCloseTo(published, withinPercentage(0.5));
  }

  @Test
  void onlyTheGpt2sHaveNoGateOneEmbeddingForBothEndsAndLearnedPositions() {
    for (TransformerPreset preset : TransformerFile.packaged()) {
      boolean gpt2 = preset.id().startsWith("gpt2");
      assertThat(preset.spec().gated()).isEqualTo(!gpt2);
      assertThat(preset.spec().tied()).isEqualTo(gpt2);
      assertThat(preset.spec().positions()).isEqualTo(gpt2 ? 1024 : 0);
    }
  }

  @Test
  void aRowThatDoesNotHoldIsNamed() {
    assertThat(TransformerFile.parse(HEADER)).isEmpty();
    assertThatThrownBy(
            () ->
                TransformerFile.parse(
                    HEADER
                        + "a,A,2020,1e6,1,8,2,1,16,yes,10,no,,64,s\n"
                        + "b,B,2020,1e6,1,8,3,1,16,yes,10,no,,64,s\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("hidden");
    assertThatThrownBy(
            () -> TransformerFile.parse(HEADER + "a,A,2020,1e6,1,8,2,1,16,maybe,10,no,,64,s\n"))
        .hasMessageContaining("gated is neither yes nor no");
    assertThatThrownBy(
            () -> TransformerFile.parse(HEADER + "a,A,2020,1e6,1,8,2,1,16,yes,10,no,,64,\n"))
        .hasMessageContaining("sources is missing");
  }
}
