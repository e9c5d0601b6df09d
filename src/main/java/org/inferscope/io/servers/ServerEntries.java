package org.inferscope.io.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The servers as properties: those of the first begin with {@code 0.}, and so on. What else a newer
 * version says of a server stays with it, and what it says of all servers stays too.
 */
final class ServerEntries {
  private static final Pattern NAME = Pattern.compile("(0|[1-9]\\d{0,5})\\.([a-z][\\w.-]*)");

  /** What no server's property begins with, and a newer version may write. */
  private static final Pattern COMMON = Pattern.compile("[a-z][\\w.-]*");

  /** One server's properties without its number, and what they say, where they make sense. */
  private record Entry(Map<String, String> fields, Optional<SavedServer> server) {
    static Entry of(Map<String, String> fields) {
      return new Entry(fields, read(fields));
    }

    private static Optional<SavedServer> read(Map<String, String> fields) {
      @Nullable String host = fields.get("host");
      if (host == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new SavedServer(
                host,
                Integer.parseInt(fields.getOrDefault("port", "")),
                fields.getOrDefault("fingerprint", ""),
                fields.getOrDefault("token", "")));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    Entry with(SavedServer newer) {
      Map<String, String> all = new TreeMap<>(fields);
      all.put("host", newer.host());
      all.put("port", Integer.toString(newer.port()));
      all.put("fingerprint", newer.fingerprint());
      all.put("token", newer.token());
      return new Entry(all, Optional.of(newer));
    }

    boolean isAt(SavedServer other) {
      return server.filter(own -> ServerEntries.isAt(own, other)).isPresent();
    }
  }

  private final List<Entry> entries;
  private final Map<String, String> common;
  private final boolean damaged;

  private ServerEntries(List<Entry> entries, Map<String, String> common, boolean damaged) {
    this.entries = entries;
    this.common = common;
    this.damaged = damaged;
  }

  static ServerEntries of(Properties all) {
    Map<Integer, Map<String, String>> byNumber = new TreeMap<>();
    Map<String, String> common = new TreeMap<>();
    boolean damaged = false;
    for (String name : all.stringPropertyNames()) {
      Matcher parts = NAME.matcher(name);
      if (parts.matches()) {
        byNumber
            .computeIfAbsent(Integer.valueOf(parts.group(1)), number -> new TreeMap<>())
            .put(parts.group(2), all.getProperty(name));
      } else if (COMMON.matcher(name).matches()) {
        common.put(name, all.getProperty(name));
      } else {
        damaged = true;
      }
    }
    List<Entry> read = byNumber.values().stream().map(Entry::of).toList();
    List<Entry> sound = read.stream().filter(entry -> entry.server().isPresent()).toList();
    return new ServerEntries(sound, common, damaged || sound.size() < read.size());
  }

  /**
   * These with what has changed between two lists: servers that are new or different in the second
   * come in, those that are missing there go, and all others stay.
   */
  ServerEntries with(List<SavedServer> before, List<SavedServer> now) {
    List<Entry> all = new ArrayList<>(entries);
    for (SavedServer old : before) {
      if (now.stream().noneMatch(server -> isAt(server, old))) {
        all.removeIf(entry -> entry.isAt(old));
      }
    }
    for (SavedServer server : now) {
      if (!before.contains(server)) {
        put(all, server);
      }
    }
    return new ServerEntries(all, common, false);
  }

  private static void put(List<Entry> all, SavedServer server) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isAt(server)) {
        all.set(i, all.get(i).with(server));
        return;
      }
    }
    all.add(new Entry(Map.of(), Optional.empty()).with(server));
  }

  private static boolean isAt(SavedServer one, SavedServer other) {
    return one.host().equalsIgnoreCase(other.host()) && one.port() == other.port();
  }

  Properties toProperties() {
    Properties all = new Properties();
    all.putAll(common);
    for (int i = 0; i < entries.size(); i++) {
      int number = i;
      entries.get(i).fields().forEach((name, value) -> all.setProperty(number + "." + name, value));
    }
    return all;
  }

  /** Those that make sense, by their numbers. */
  List<SavedServer> servers() {
    return entries.stream().flatMap(entry -> entry.server().stream()).toList();
  }

  /** Whether something was there that makes no sense, and is not here. */
  boolean isDamaged() {
    return damaged;
  }
}
