package org.inferscope.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that macOS's jpackage runs on its copy of the image, run as it runs it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for a shell of Unix")
class PostImageScriptTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final Path SCRIPT = Path.of("installer", "macos", "Inferscope-post-image.sh");

  @TempDir private Path folder;

  @Test
  void theCopyGetsItsTimeWhateverTheZone() throws Exception {
    Path app = Files.createDirectories(folder.resolve("My image").resolve("Inferscope.app"));
    Path jar = Files.createFile(app.resolve("inferscope.jar"));

    assertThat(run("JpAppImageDir", app.getParent().toString())).isZero();

    assertThat(Files.getLastModifiedTime(jar).toInstant()).isEqualTo(TIME);
    assertThat(Files.getLastModifiedTime(app).toInstant()).isEqualTo(TIME);
  }

  @Test
  void aJpackageThatDoesNotSayWhereTheCopyIsGoesOn() throws Exception {
    Path own = Files.createFile(folder.resolve("own"));

    assertThat(run("NOTHING", "")).isZero();

    assertThat(Files.getLastModifiedTime(own).toInstant()).isNotEqualTo(TIME);
  }

  private int run(String variable, String value) throws Exception {
    Path filledIn = folder.resolve("script.sh");
    Files.writeString(filledIn, Files.readString(SCRIPT).replace("@TIME@", "202601010000.00"));
    ProcessBuilder builder = new ProcessBuilder(List.of("sh", filledIn.toString()));
    builder.environment().put("TZ", "America/New_York");
    builder.environment().put(variable, value);
    return builder.directory(folder.toFile()).inheritIO().start().waitFor();
  }
}
