package org.inferscope.io.gpt2;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.inferscope.io.ReadProblem;

/** The prompts that are shipped with the embedded model. */
public final class Examples {
  private static final String FILE = "examples.json";
  private static final int MOST_BYTES = 1 << 20;

  private Examples() {}

  /**
   * Reads them from the class path, in their order.
   *
   * @throws org.inferscope.compute.InferscopeException if they cannot be read
   */
  public static List<Example> load() {
    try (InputStream in = EmbeddedModel.resource(FILE)) {
      return read(Path.of(FILE), in.readAllBytes());
    } catch (IOException e) {
      throw ReadProblem.of(Path.of(FILE), e);
    }
  }

  private static List<Example> read(Path path, byte[] bytes) {
    JsonArray examples =
        JsonFile.parse(path, bytes, MOST_BYTES).object().getAsJsonArray("examples");
    return StreamSupport.stream(examples.spliterator(), false)
        .map(example -> example(new JsonFile(path, example.getAsJsonObject())))
        .toList();
  }

  private static Example example(JsonFile json) {
    return new Example(
        json.text("id", ""),
        json.text("title", ""),
        json.text("prompt", ""),
        json.text("view", ""),
        json.text("look_at", ""),
        json.text("greedy_continuation", ""));
  }
}
