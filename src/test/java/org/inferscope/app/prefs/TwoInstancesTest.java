package org.inferscope.app.prefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.inferscope.support.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TwoInstancesTest {
  private static final int SAVES = 100;

  @TempDir private Path folder;
  @TempDir private Path one;
  @TempDir private Path other;

  private ChildJvm instance(Path output, String pref) throws Exception {
    return ChildJvm.start(
        output, Map.of(), SavingMain.class.getName(), folder.toString(), pref, "" + SAVES);
  }

  @Test
  void savingAtOnceUndoNothingOfEachOther() throws Exception {
    try (ChildJvm scaling = instance(one, "scale");
        ChildJvm docking = instance(other, "dock.width")) {
      assertThat(scaling.exitCode()).as(scaling.err()).isZero();
      assertThat(docking.exitCode()).as(docking.err()).isZero();
      assertThat(scaling.out()).contains(SavingMain.KEPT);
      assertThat(docking.out()).contains(SavingMain.KEPT);
    }
    assertThat(Files.readString(folder.resolve("preferences.properties")))
        .isEqualTo("dock.width=301.0\nscale=2.0\n");
  }
}
