package org.inferscope.io.hardware;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.Ceiling;
import org.inferscope.compute.bench.MachineCeilings;
import org.inferscope.io.ReadProblem;
import org.inferscope.io.SafeFile;
import org.inferscope.text.Texts;

/** What this machine can do at most, kept between starts as JSON. File thread. */
public final class KeptCeilings {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
  private static final String DEVICE = "device";
  private static final String DATE = "date";
  private static final String NOTES = "notes";
  private static final String CEILINGS = "ceilings";
  private static final String LIMIT = "limit";
  private static final String VALUE = "value";
  private static final String MIN = "min";
  private static final String MAX = "max";
  private static final String HOW = "how";
  private static final String THREADS = "threads";
  private static final String WORKING_SET = "workingSetBytes";

  private final Path folder;

  /** The ceilings kept in a folder, which need not exist. */
  public KeptCeilings(Path folder) {
    this.folder = folder;
  }

  /** Where they are kept. */
  public Path file() {
    return folder.resolve("machine.json");
  }

  /**
   * Writes them.
   *
   * @throws InferscopeException with the reason in words
   */
  public void save(MachineCeilings machine) {
    JsonObject json = new JsonObject();
    json.addProperty(DEVICE, machine.device());
    json.addProperty(DATE, machine.date().toString());
    JsonArray ceilings = new JsonArray();
    machine.ceilings().forEach(ceiling -> ceilings.add(json(ceiling)));
    json.add(CEILINGS, ceilings);
    JsonArray notes = new JsonArray();
    machine.notes().forEach(notes::add);
    json.add(NOTES, notes);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InferscopeException(
          Texts.get("io.unwritable", file().toString(), String.valueOf(e.getMessage())), e);
    }
    SafeFile.write(file(), GSON.toJson(json).getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject json(Ceiling ceiling) {
    JsonObject json = new JsonObject();
    json.addProperty(LIMIT, ceiling.kind().key());
    json.addProperty(VALUE, ceiling.value());
    json.addProperty(MIN, ceiling.min());
    json.addProperty(MAX, ceiling.max());
    json.addProperty(HOW, ceiling.how());
    json.addProperty(THREADS, ceiling.threads());
    json.addProperty(WORKING_SET, ceiling.workingSet());
    return json;
  }

  /**
   * Reads them; empty where nothing is kept. A limit that this version does not know is left out.
   *
   * @throws InferscopeException if the file cannot be read or does not hold ceilings
   */
  public Optional<MachineCeilings> load() {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(file(), StandardCharsets.UTF_8);
      return Optional.of(machine(JsonParser.parseString(text).getAsJsonObject()));
    } catch (IOException e) {
      throw ReadProblem.of(file(), e);
    } catch (RuntimeException e) {
      // Whatever is wrong with it, Gson and the records say so by many kinds of exceptions.
      throw new InferscopeException(Texts.get("io.machine.bad", file().toString()), e);
    }
  }

  private static MachineCeilings machine(JsonObject json) {
    List<Ceiling> ceilings = new ArrayList<>();
    for (JsonElement each : json.getAsJsonArray(CEILINGS)) {
      ceiling(each.getAsJsonObject()).ifPresent(ceilings::add);
    }
    List<String> notes = new ArrayList<>();
    json.getAsJsonArray(NOTES).forEach(note -> notes.add(note.getAsString()));
    return new MachineCeilings(
        json.get(DEVICE).getAsString(), date(json.get(DATE).getAsString()), ceilings, notes);
  }

  private static Instant date(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no date: " + text, e);
    }
  }

  private static Optional<Ceiling> ceiling(JsonObject json) {
    String key = json.get(LIMIT).getAsString();
    return Stream.of(Ceiling.Kind.values())
        .filter(kind -> kind.key().equals(key))
        .findFirst()
        .map(
            kind ->
                new Ceiling(
                    kind,
                    json.get(VALUE).getAsDouble(),
                    json.get(MIN).getAsDouble(),
                    json.get(MAX).getAsDouble(),
                    json.get(HOW).getAsString(),
                    json.get(THREADS).getAsInt(),
                    json.get(WORKING_SET).getAsLong()));
  }
}
