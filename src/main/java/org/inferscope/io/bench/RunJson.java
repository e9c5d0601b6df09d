package org.inferscope.io.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Timing;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Runs as JSON, with all digits. Times are in milliseconds. What can be told from the samples
 * (median, GFLOP/s) is written for other programs and not read back. Stateless, any thread.
 */
public final class RunJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final String BENCH = "matmul";
  private static final int VERSION = 1;
  private static final double NANOS_PER_MS = 1e6;

  private RunJson() {}

  /** How a measurement ended, in files. */
  private enum Kind {
    MEASURED,
    TOO_SLOW,
    FAILED
  }

  /** The run as text, with a newline at the end. */
  public static String write(KeptRun run) {
    JsonObject json = new JsonObject();
    json.addProperty("bench", BENCH);
    json.addProperty("version", VERSION);
    json.addProperty("date", run.date().toString());
    json.addProperty("machine", run.machine());
    json.addProperty("jvm", run.jvm());
    JsonArray results = new JsonArray();
    run.results().forEach(result -> results.add(result(result)));
    json.add("results", results);
    return GSON.toJson(json) + "\n";
  }

  private static JsonObject result(KeptResult kept) {
    JsonObject json = new JsonObject();
    json.addProperty("impl", kept.impl());
    json.addProperty("name", kept.name());
    json.addProperty("device", kept.device());
    json.addProperty("date", kept.date().toString());
    json.addProperty("m", kept.size().m());
    json.addProperty("k", kept.size().k());
    json.addProperty("n", kept.size().n());
    if (kept.result() instanceof MatmulResult.Measured measured) {
      measured(json, measured);
    } else if (kept.result() instanceof MatmulResult.TooSlow slow) {
      json.addProperty("outcome", Kind.TOO_SLOW.name());
      json.addProperty("estimate_ms", slow.estimate().toNanos() / NANOS_PER_MS);
    } else if (kept.result() instanceof MatmulResult.Failed failed) {
      json.addProperty("outcome", Kind.FAILED.name());
      json.addProperty("reason", failed.sentence());
    }
    return json;
  }

  private static void measured(JsonObject json, MatmulResult.Measured measured) {
    Timing timing = measured.timing();
    json.addProperty("outcome", Kind.MEASURED.name());
    json.addProperty("median_ms", timing.medianMs());
    json.addProperty("min_ms", timing.minMs());
    json.addProperty("max_ms", timing.maxMs());
    json.addProperty("gflops", measured.gflops());
    json.addProperty("gbps", measured.gbps());
    json.addProperty("complete", timing.complete());
    JsonArray samples = new JsonArray();
    timing.samples().forEach(samples::add);
    json.add("samples_ms", samples);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param file its name, for the sentence
   * @throws InferscopeException if it is something else, naming the file and what is wrong
   */
  public static KeptRun read(String file, String text) {
    try {
      JsonObject json = object(JsonParser.parseString(text), "{");
      if (!BENCH.equals(text(json, "bench"))) {
        throw new BadField("bench");
      }
      if (number(json, "version") != VERSION) {
        throw new BadField("version");
      }
      List<KeptResult> results = new ArrayList<>();
      for (JsonElement each : array(json, "results")) {
        results.add(readResult(object(each, "results")));
      }
      return new KeptRun(date(json), text(json, "machine"), text(json, "jvm"), results);
    } catch (BadField e) {
      throw new InferscopeException(Texts.get("rooflinesweep.file.field", file, e.field), e);
    } catch (JsonParseException e) {
      throw new InferscopeException(Texts.get("rooflinesweep.file.notJson", file), e);
    }
  }

  private static KeptResult readResult(JsonObject json) {
    return new KeptResult(
        text(json, "impl"),
        text(json, "name"),
        text(json, "device"),
        date(json),
        readOutcome(json, size(json)));
  }

  private static MatmulResult readOutcome(JsonObject json, MatmulSize size) {
    String outcome = text(json, "outcome");
    if (outcome.equals(Kind.MEASURED.name())) {
      return new MatmulResult.Measured(size, timing(json));
    }
    if (outcome.equals(Kind.TOO_SLOW.name())) {
      double nanos = positive(number(json, "estimate_ms"), "estimate_ms") * NANOS_PER_MS;
      return new MatmulResult.TooSlow(size, Duration.ofNanos(Math.round(nanos)));
    }
    if (outcome.equals(Kind.FAILED.name())) {
      return new MatmulResult.Failed(size, text(json, "reason"));
    }
    throw new BadField("outcome");
  }

  private static MatmulSize size(JsonObject json) {
    try {
      return new MatmulSize(side(json, "m"), side(json, "k"), side(json, "n"));
    } catch (IllegalArgumentException e) {
      throw new BadField("m, k, n");
    }
  }

  private static int side(JsonObject json, String name) {
    double number = number(json, name);
    if (number != Math.rint(number) || number < 1 || number > Integer.MAX_VALUE) {
      throw new BadField(name);
    }
    return (int) number;
  }

  private static Timing timing(JsonObject json) {
    List<Double> samples = new ArrayList<>();
    for (JsonElement sample : array(json, "samples_ms")) {
      samples.add(positive(number(sample, "samples_ms"), "samples_ms"));
    }
    if (samples.isEmpty()) {
      throw new BadField("samples_ms");
    }
    JsonElement complete = json.get("complete");
    return new Timing(samples, complete != null && "true".equals(complete.toString()));
  }

  private static double positive(double number, String name) {
    if (number > 0 && Double.isFinite(number)) {
      return number;
    }
    throw new BadField(name);
  }

  private static Instant date(JsonObject json) {
    try {
      return Instant.parse(text(json, "date"));
    } catch (DateTimeException e) {
      throw new BadField("date");
    }
  }

  private static String text(JsonObject json, String name) {
    JsonElement value = json.get(name);
    if (value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
      return value.getAsString();
    }
    throw new BadField(name);
  }

  private static double number(JsonObject json, String name) {
    return number(json.get(name), name);
  }

  private static double number(@Nullable JsonElement value, String name) {
    if (value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      return value.getAsDouble();
    }
    throw new BadField(name);
  }

  private static JsonArray array(JsonObject json, String name) {
    JsonElement value = json.get(name);
    if (value != null && value.isJsonArray()) {
      return value.getAsJsonArray();
    }
    throw new BadField(name);
  }

  private static JsonObject object(JsonElement value, String name) {
    if (value.isJsonObject()) {
      return value.getAsJsonObject();
    }
    throw new BadField(name);
  }

  /** A field that is missing or holds something else. */
  private static final class BadField extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;

    BadField(String field) {
      super(field);
      this.field = field;
    }
  }
}
