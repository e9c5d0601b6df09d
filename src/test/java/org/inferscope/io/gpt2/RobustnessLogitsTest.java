package org.inferscope.io.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.inferscope.compute.Backend;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.io.gpt2.RobustnessModels.Expected;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.tokenizer.HuggingFaceTokenizers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A tiny model in all its forms says what it should. */
class RobustnessLogitsTest {
  @TempDir private Path cache;

  static List<String> good() {
    return RobustnessModels.good();
  }

  @ParameterizedTest
  @MethodSource("good")
  void givesTheExpectedLogits(String name) {
    Expected expected = RobustnessModels.expected(name);
    try (OpenModel open =
            ModelFolder.open(
                RobustnessModels.folder(name),
                name,
                (folder, size) -> HuggingFaceTokenizers.open(folder, size, cache));
        Backend backend = new OpenBlasLoader().load();
        Gpt2 model = Gpt2.load(backend, open.weights(), () -> {})) {
      Distribution next = model.trace(expected.ids(), Keep.nextToken(), List.of(), () -> {}).next();
      assertThat(next.best()).isEqualTo(expected.argmax());
      for (int id = 0; id < next.size(); id++) {
        assertThat((double) next.logit(id))
            .isEqualTo(expected.lastLogits().get(id), within(expected.tolerance()));
      }
    }
  }
}
