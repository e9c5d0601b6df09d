package org.inferscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.inferscope.support.ChildJvm;
import org.inferscope.support.GuiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process that opens its window, as a shell sees it. */
@GuiTest
@Timeout(180)
class RehearsalGuiTest {
  @TempDir private Path home;

  /** Opens the window and returns the classes that were loaded, once the program has ended. */
  private String rehearse() throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>();
    for (String kind : new String[] {"CONFIG", "DATA", "CACHE", "STATE"}) {
      environment.put("XDG_" + kind + "_HOME", home.resolve(kind).toString());
    }
    Path loaded = home.resolve("loaded.txt");
    try (ChildJvm child =
        ChildJvm.start(
            home,
            environment,
            "-Xlog:class+load:file=" + loaded,
            "-Duser.home=" + home,
            Main.class.getName(),
            "--rehearse")) {
      assertThat(child.exitCode()).as(child.err()).isZero();
      assertThat(child.out() + child.err()).isEmpty();
    }
    return Files.readString(loaded);
  }

  @Test
  void theFirstTabIsPlayedAndTheWindowClosesByItself() throws Exception {
    String loaded = rehearse();
    assertThat(loaded)
        .as("what only a step under way takes")
        .contains(" org.inferscope.tab.matmul.TermFlight ");
    assertThat(loaded).as("what the start does without").doesNotContain(" picocli.");
    assertThat(home.resolve("CONFIG").resolve("inferscope").resolve("preferences.properties"))
        .as("what is written when the window closes")
        .exists();
  }
}
