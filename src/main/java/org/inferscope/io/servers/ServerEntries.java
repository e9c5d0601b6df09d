package org.inferscope.io.servers;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The servers as properties: those of the first begin with {@code 0.}, and so on. */
final class ServerEntries {
  private static final Pattern NAME =
      Pattern.compile("(0|[1-9]\\d{0,5})\\.(host|port|fingerprint|token)");

  private final Properties all;

  ServerEntries(Properties all) {
    this.all = all;
  }

  static Properties of(List<SavedServer> servers) {
    Properties all = new Properties();
    for (int i = 0; i < servers.size(); i++) {
      SavedServer server = servers.get(i);
      all.setProperty(i + ".host", server.host());
      all.setProperty(i + ".port", Integer.toString(server.port()));
      all.setProperty(i + ".fingerprint", server.fingerprint());
      all.setProperty(i + ".token", server.token());
    }
    return all;
  }

  /** Those that make sense, by their numbers. */
  List<SavedServer> servers() {
    return numbers().stream().flatMap(number -> server(number).stream()).toList();
  }

  /** Whether something is here besides. */
  boolean hasOthers() {
    return !all.stringPropertyNames().stream().allMatch(name -> NAME.matcher(name).matches())
        || servers().size() < numbers().size();
  }

  private SortedSet<Integer> numbers() {
    return all.stringPropertyNames().stream()
        .map(NAME::matcher)
        .filter(Matcher::matches)
        .map(name -> Integer.valueOf(name.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<SavedServer> server(int number) {
    String host = all.getProperty(number + ".host");
    if (host == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SavedServer(
              host,
              Integer.parseInt(all.getProperty(number + ".port", "")),
              all.getProperty(number + ".fingerprint", ""),
              all.getProperty(number + ".token", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
