package org.inferscope.compute.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.inferscope.compute.bench.Ceiling.Kind;

/** A machine's limits as an array of objects, one a limit and one a note. Any thread. */
public final class MachineJson {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private MachineJson() {}

  /** The array as text, with a newline at the end. */
  public static String text(MachineCeilings machine) {
    JsonArray all = new JsonArray();
    for (Ceiling ceiling : machine.ceilings()) {
      JsonObject json = head(machine);
      json.addProperty("limit", ceiling.kind().key());
      json.addProperty("unit", ceiling.kind().limit().unit());
      json.addProperty("value", BenchJson.rounded(ceiling.value()));
      json.addProperty("min", BenchJson.rounded(ceiling.min()));
      json.addProperty("max", BenchJson.rounded(ceiling.max()));
      json.addProperty("how", ceiling.how());
      json.addProperty("threads", ceiling.threads());
      json.addProperty("working_set_bytes", ceiling.workingSet());
      all.add(json);
    }
    for (String note : machine.notes()) {
      JsonObject json = head(machine);
      json.addProperty("note", note);
      all.add(json);
    }
    return GSON.toJson(all) + "\n";
  }

  private static JsonObject head(MachineCeilings machine) {
    JsonObject json = new JsonObject();
    json.addProperty("bench", "machine");
    json.addProperty("device", machine.device());
    json.addProperty("date", machine.date().toString());
    return json;
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static MachineCeilings parse(String text) {
    try {
      List<Ceiling> ceilings = new ArrayList<>();
      List<String> notes = new ArrayList<>();
      JsonArray all = JsonParser.parseString(text).getAsJsonArray();
      for (JsonElement element : all) {
        JsonObject json = element.getAsJsonObject();
        if (json.has("note")) {
          notes.add(json.get("note").getAsString());
        } else {
          ceilings.add(ceiling(json));
        }
      }
      JsonObject first = all.get(0).getAsJsonObject();
      return new MachineCeilings(
          first.get("device").getAsString(),
          Instant.parse(first.get("date").getAsString()),
          ceilings,
          notes);
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NullPointerException
        | IndexOutOfBoundsException
        | DateTimeParseException e) {
      throw new IllegalArgumentException("not a machine's limits", e);
    }
  }

  private static Ceiling ceiling(JsonObject json) {
    return new Ceiling(
        Kind.valueOf(json.get("limit").getAsString().toUpperCase(Locale.ROOT)),
        json.get("value").getAsDouble(),
        json.get("min").getAsDouble(),
        json.get("max").getAsDouble(),
        json.get("how").getAsString(),
        json.get("threads").getAsInt(),
        json.get("working_set_bytes").getAsLong());
  }
}
