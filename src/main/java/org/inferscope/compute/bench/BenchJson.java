package org.inferscope.compute.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
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
    JsonObject json = new JsonObject();
    json.addProperty("bench", "matmul");
    json.addProperty("impl", impl);
    json.addProperty("backend", device.backend());
    json.addProperty("device", device.name());
    json.addProperty("m", result.size().m());
    json.addProperty("k", result.size().k());
    json.addProperty("n", result.size().n());
    json.addProperty("reps", result.timing().reps());
    json.addProperty("median_ms", rounded(result.timing().medianMs()));
    json.addProperty("min_ms", rounded(result.timing().minMs()));
    json.addProperty("max_ms", rounded(result.timing().maxMs()));
    json.addProperty("gflops", rounded(result.gflops()));
    json.addProperty("gbps", rounded(result.gbps()));
    all.add(json);
  }

  /** The array as text, with a newline at the end. */
  public String text() {
    return GSON.toJson(all) + "\n";
  }

  private static BigDecimal rounded(double x) {
    return new BigDecimal(x, DIGITS);
  }
}
