package org.inferscope.io.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the hub says a model consists of.
 *
 * @param commit the state of the model that this is, for asking for its files; else the revision
 *     that was asked for
 * @param files in the model's own folder, not below it
 */
record HubListing(String commit, List<HubFile> files) {
  /** Makes a copy of the list. */
  HubListing {
    files = List.copyOf(files);
  }

  Optional<HubFile> file(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /** Reads {@code siblings} of the hub's answer; empty if it is not such an answer. */
  static Optional<HubListing> read(String json, String revision) {
    try {
      JsonObject model = JsonParser.parseString(json).getAsJsonObject();
      JsonArray siblings = model.getAsJsonArray("siblings");
      if (siblings == null) {
        return Optional.empty();
      }
      List<HubFile> files = new ArrayList<>();
      for (JsonElement sibling : siblings) {
        file(sibling.getAsJsonObject()).ifPresent(files::add);
      }
      String commit = text(model, "sha");
      boolean named = commit.matches("[0-9a-f]{40}");
      return Optional.of(new HubListing(named ? commit : revision, files));
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | ClassCastException
        | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<HubFile> file(JsonObject sibling) {
    String name = text(sibling, "rfilename");
    if (!name.matches("[\\w][\\w.-]*")) {
      return Optional.empty();
    }
    long size = number(sibling, "size");
    JsonElement lfs = sibling.get("lfs");
    if (lfs == null || lfs.isJsonNull()) {
      return Optional.of(new HubFile(name, size, "", hex(text(sibling, "blobId"), 40)));
    }
    // The blob of a large file is only a pointer to it.
    String sha = text(lfs.getAsJsonObject(), "sha256");
    String oid = sha.isEmpty() ? text(lfs.getAsJsonObject(), "oid") : sha;
    return Optional.of(new HubFile(name, size, hex(oid, 64), ""));
  }

  private static String hex(String text, int digits) {
    return text.matches("[0-9a-f]{" + digits + "}") ? text : "";
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }

  private static long number(JsonObject object, String name) {
    JsonElement value = object.get(name);
    long number = value == null || value.isJsonNull() ? HubFile.UNKNOWN : value.getAsLong();
    return number < 0 ? HubFile.UNKNOWN : number;
  }
}
