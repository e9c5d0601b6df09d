package org.inferscope.io.gpt2;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.ReadProblem;
import org.inferscope.io.SafeFile;
import org.inferscope.io.UserFolders;
import org.inferscope.text.Texts;

/**
 * The small GPT-2 that is shipped with the program, so that everything works at the first start.
 *
 * <p>It lies inside the jar, where neither a tokenizer nor a mapping finds it; so it is opened from
 * a copy in the user's cache. Each time the copy is compared with the original, byte for byte, and
 * a file that is missing, damaged or of another version is written again.
 */
public final class EmbeddedModel {
  /** By what it is asked for: "demo". */
  public static final String ID = "demo";

  private static final String SOURCE = "/assets/demo-model/";
  private static final List<String> FILES =
      List.of(ConfigFile.NAME, "tokenizer.json", WeightFiles.NAME);

  private EmbeddedModel() {}

  /** Where its copy is, or will be. */
  public static Path folder(UserFolders folders) {
    return folders.cacheWith("models").resolve("models").resolve("inferscope-demo");
  }

  /**
   * Opens it. Waits for the disk, some hundredths of a second.
   *
   * @param tokenizers opens its tokenizer
   * @throws InferscopeException if the copy cannot be written or read, saying why
   */
  public static OpenModel open(UserFolders folders, Tokenizers tokenizers) {
    Path folder = folder(folders);
    for (String name : FILES) {
      renew(folder.resolve(name), content(name));
    }
    return ModelFolder.open(folder, Texts.get("gpt2files.embedded"), tokenizers);
  }

  private static void renew(Path copy, byte[] content) {
    try {
      if (!isSame(copy, content)) {
        Files.createDirectories(copy.getParent());
        SafeFile.write(copy, content);
      }
    } catch (IOException e) {
      String folder = String.valueOf(copy.getParent());
      throw new InferscopeException(
          Texts.get("gpt2files.noCopy", folder, String.valueOf(e.getMessage())), e);
    }
  }

  /** A copy that cannot be read is no copy. */
  private static boolean isSame(Path copy, byte[] content) {
    try {
      return Files.isRegularFile(copy)
          && Files.size(copy) == content.length
          && Arrays.equals(Files.readAllBytes(copy), content);
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] content(String name) {
    try (InputStream in = resource(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw ReadProblem.of(Path.of(name), e);
    }
  }

  /** A file of the model as it is shipped. */
  static InputStream resource(String name) throws IOException {
    InputStream in = EmbeddedModel.class.getResourceAsStream(SOURCE + name);
    if (in == null) {
      throw new FileNotFoundException(SOURCE + name);
    }
    return in;
  }
}
