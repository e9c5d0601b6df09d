package org.inferscope.compute.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.inferscope.compute.Device;

/** Collects measurements as an array of objects, for other programs to read. */
public final class BenchJson {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
  private static final MathContext DIGITS = new MathContext(6);

  private final JsonArray all = new JsonArray();

  /**
   * Adds a product.
   *
   * @param impl the name of the implementation
   * @param device what it ran on
   */
  public void add(String impl, Device device, MatmulResult.Measured result) {
    JsonObject json = head("matmul", impl, device);
    json.addProperty("m", result.size().m());
    json.addProperty("k", result.size().k());
    json.addProperty("n", result.size().n());
    timing(json, result.timing());
    json.addProperty("gflops", rounded(result.gflops()));
    json.addProperty("gbps", rounded(result.gbps()));
    all.add(json);
  }

  /**
   * Adds a network.
   *
   * @param impl the name of the implementation
   * @param device what it ran on
   */
  public void add(String impl, Device device, MlpResult.Measured result) {
    MlpResult.MlpCase measured = result.measured();
    JsonObject json = head("mlp", impl, device);
    JsonArray dims = new JsonArray();
    measured.dims().widths().forEach(dims::add);
    json.add("dims", dims);
    json.addProperty("phase", measured.phase().key());
    json.addProperty("batch", measured.batch());
    json.addProperty("inputs", measured.inputs());
    timing(json, result.timing());
    json.addProperty("gflops", rounded(result.gflops()));
    json.addProperty("ms_per_input", rounded(result.msPerInput()));
    all.add(json);
  }

  /**
   * Adds a measurement of another kind.
   *
   * @param bench what was measured, such as {@code gpt2}
   * @param impl the name of the implementation
   * @param device what it ran on
   * @param asked what exactly: texts and whole numbers
   * @param figures what follows from the times
   */
  public void add(
      String bench,
      String impl,
      Device device,
      Map<String, ?> asked,
      Timing timing,
      Map<String, Double> figures) {
    JsonObject json = head(bench, impl, device);
    asked.forEach((name, value) -> json.add(name, GSON.toJsonTree(value)));
    timing(json, timing);
    figures.forEach((name, value) -> json.addProperty(name, rounded(value)));
    all.add(json);
  }

  private static JsonObject head(String bench, String impl, Device device) {
    JsonObject json = new JsonObject();
    json.addProperty("bench", bench);
    json.addProperty("impl", impl);
    json.addProperty("backend", device.backend());
    json.addProperty("device", device.name());
    return json;
  }

  private static void timing(JsonObject json, Timing timing) {
    json.addProperty("reps", timing.reps());
    json.addProperty("median_ms", rounded(timing.medianMs()));
    json.addProperty("min_ms", rounded(timing.minMs()));
    json.addProperty("max_ms", rounded(timing.maxMs()));
    JsonArray samples = new JsonArray();
    timing.samples().forEach(ms -> samples.add(rounded(ms)));
    json.add("samples_ms", samples);
  }

  /** The array as text, with a newline at the end. */
  public String text() {
    return GSON.toJson(all) + "\n";
  }

  /** To six digits. */
  static BigDecimal rounded(double x) {
    return new BigDecimal(x, DIGITS);
  }
}
