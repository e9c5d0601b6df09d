package org.inferscope.tab.gpt2.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Gpt2PresenterTest {
  @TempDir Path folder;
  private Gpt2Rig rig;

  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void opensOnTheNotebooksPromptWithTheEmbeddedModel() {
    assertThat(rig.shown().tokens().words())
        .containsExactly("The", "·matrix", "·multiplication", "·is");
    assertThat(rig.shown().trace().tokens()).isEqualTo(4);
  }
}
