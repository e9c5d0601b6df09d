package org.inferscope.io.servers;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.SafeFile;
import org.inferscope.text.Texts;

/** The servers on disk. Waits for the disk; any thread, one at a time. */
public final class ServersFile {
  private final Path path;

  /** The file in a user's folder for configuration, which need not exist. */
  public ServersFile(Path configFolder) {
    path = configFolder.resolve("servers.properties");
  }

  /**
   * Reads the servers, in the order in which they were saved; entries that make no sense are left
   * out.
   *
   * @throws InferscopeException with the reason in words if the file is there and cannot be read
   */
  public List<SavedServer> load() {
    Properties all = new Properties();
    try {
      all.load(new StringReader(Files.readString(path, StandardCharsets.ISO_8859_1)));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException | IllegalArgumentException e) {
      throw new InferscopeException(
          Texts.get("servers.unreadable", path.toString(), "" + e.getMessage()), e);
    }
    List<SavedServer> servers = new ArrayList<>();
    for (int i = 0; all.containsKey(i + ".host"); i++) {
      read(all, i).ifPresent(servers::add);
    }
    return List.copyOf(servers);
  }

  private static Optional<SavedServer> read(Properties all, int number) {
    try {
      return Optional.of(
          new SavedServer(
              all.getProperty(number + ".host"),
              Integer.parseInt(all.getProperty(number + ".port", "")),
              all.getProperty(number + ".fingerprint", ""),
              all.getProperty(number + ".token", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes the servers; the file has the old or the new content at any moment.
   *
   * @throws InferscopeException with the reason in words if it cannot be written
   */
  public void save(List<SavedServer> servers) {
    Properties all = new Properties();
    for (int i = 0; i < servers.size(); i++) {
      SavedServer server = servers.get(i);
      all.setProperty(i + ".host", server.host());
      all.setProperty(i + ".port", Integer.toString(server.port()));
      all.setProperty(i + ".fingerprint", server.fingerprint());
      all.setProperty(i + ".token", server.token());
    }
    try {
      StringWriter text = new StringWriter();
      all.store(text, null);
      Files.createDirectories(path.toAbsolutePath().getParent());
      // There are tokens in it.
      SafeFile.writeForOwner(path, text.toString().getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new InferscopeException(
          Texts.get("servers.unwritable", path.toString(), "" + e.getMessage()), e);
    }
  }
}
