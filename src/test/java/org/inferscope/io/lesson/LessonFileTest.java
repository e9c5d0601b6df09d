package org.inferscope.io.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonFileTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsRead() {
    Path file = folder.resolve("one.inferscope");
    LessonFile.write(file, Sample.lesson());
    assertThat(file).usingCharset(StandardCharsets.UTF_8).hasContent(Sample.TEXT);
    assertThat(LessonFile.read(file)).isEqualTo(Sample.lesson());
  }

  @Test
  void whatCannotBeReadIsSaidInWords() throws IOException {
    assertThatThrownBy(() -> LessonFile.read(folder.resolve("none.inferscope")))
        .isInstanceOf(LessonException.class)
        .hasMessage("none.inferscope: there is no such file.");
    Path inside = Files.createDirectory(folder.resolve("folder.inferscope"));
    assertThatThrownBy(() -> LessonFile.read(inside))
        .isInstanceOf(LessonException.class)
        .hasMessage("folder.inferscope: this is a folder, not a lesson file.");
  }

  @Test
  void aHugeFileIsRefused() throws IOException {
    Path huge = folder.resolve("huge.inferscope");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(65L << 20);
    }
    assertThatThrownBy(() -> LessonFile.read(huge))
        .isInstanceOf(LessonException.class)
        .hasMessage("huge.inferscope: the file is larger than 64 MB, too large for a lesson.");
  }
}
