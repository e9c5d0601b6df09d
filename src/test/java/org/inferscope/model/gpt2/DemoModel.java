package org.inferscope.model.gpt2;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.io.safetensors.SafetensorsFile;

/** The embedded model's weights, read from where they lie in the project. */
public final class DemoModel implements Gpt2Weights {
  public static final Path FOLDER = Path.of("assets", "demo-model");
  public static final Gpt2Config CONFIG =
      new Gpt2Config(6, 6, 192, 768, 256, 2048, Gpt2Config.EPSILON);

  private final Map<String, FloatBuffer> values = new HashMap<>();

  public DemoModel() {
    try (SafetensorsFile file = SafetensorsFile.open(FOLDER.resolve("model.safetensors"))) {
      for (String name : file.names()) {
        values.put(name, direct(file.read(name)));
      }
    }
  }

  public static FloatBuffer direct(float[] numbers) {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(numbers.length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    return buffer.put(0, numbers).asReadOnlyBuffer();
  }

  @Override
  public Gpt2Config config() {
    return CONFIG;
  }

  @Override
  public boolean hasUnembedding() {
    return false;
  }

  @Override
  public List<FloatBuffer> values(String name) {
    return List.of(values.get(name).duplicate());
  }

  @Override
  public void close() {}
}
