package org.inferscope.io.servers;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.SafeFile;
import org.inferscope.io.WriteLock;
import org.inferscope.text.Texts;

/**
 * The servers on disk. Waits for the disk; any thread, one at a time. What could not be read is not
 * replaced: it is renamed before something else is saved. Several instances, also of different
 * versions, share the file: each writes what has changed in it and leaves the rest.
 */
public final class ServersFile {
  private final Path path;

  /** Whether something was in the file, when it was last read here, that makes no sense. */
  private volatile boolean damaged;

  /** The servers when they were last read or written. */
  private volatile List<SavedServer> before = List.of();

  /** The file in a user's folder for configuration, which need not exist. */
  public ServersFile(Path configFolder) {
    path = configFolder.resolve("servers.properties");
  }

  /**
   * Reads the servers, in the order in which they were saved; entries that make no sense are left
   * out, and {@link #damage} then says so.
   *
   * @throws InferscopeException with the reason in words if the file is there and cannot be read
   */
  public List<SavedServer> load() {
    before = List.of();
    damaged = true;
    try {
      Optional<ServerEntries> there = read();
      damaged = there.filter(ServerEntries::isDamaged).isPresent();
      before = there.map(ServerEntries::servers).orElseGet(List::of);
      return before;
    } catch (IOException | IllegalArgumentException e) {
      throw new InferscopeException(
          Texts.get("servers.unreadable", path.toString(), "" + e.getMessage()), e);
    }
  }

  /** What is in the file; empty where there is none. */
  private Optional<ServerEntries> read() throws IOException {
    Properties all = new Properties();
    try {
      all.load(new StringReader(Files.readString(path, StandardCharsets.ISO_8859_1)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    return Optional.of(ServerEntries.of(all));
  }

  /** What was wrong with the file when it was read, in a sentence; empty where nothing was. */
  public String damage() {
    return damaged ? Texts.get("servers.damaged", path.toString()) : "";
  }

  /**
   * Writes what has changed since the servers were last read or written; the file has the old or
   * the new content at any moment.
   *
   * @return where the old file is now, if not all of it could be read
   * @throws InferscopeException with the reason in words if it cannot be written
   */
  public Optional<Path> save(List<SavedServer> servers) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      WriteLock lock = WriteLock.of(path);
      try (lock) {
        return merge(servers);
      }
    } catch (IOException e) {
      throw new InferscopeException(
          Texts.get("servers.unwritable", path.toString(), "" + e.getMessage()), e);
    }
  }

  /** What is damaged is what is there now: another instance may have mended or broken the file. */
  private Optional<Path> merge(List<SavedServer> servers) throws IOException {
    Optional<Path> aside = Optional.empty();
    Optional<ServerEntries> there = Optional.empty();
    try {
      there = read();
      if (there.filter(ServerEntries::isDamaged).isPresent()) {
        aside = Optional.of(SafeFile.moveAside(path));
      }
    } catch (IOException | IllegalArgumentException e) {
      aside = Optional.of(SafeFile.moveAside(path));
    }
    write(
        there
            .map(entries -> entries.with(before, servers))
            .orElseGet(() -> ServerEntries.of(new Properties()).with(List.of(), servers)));
    before = List.copyOf(servers);
    damaged = false;
    return aside;
  }

  private void write(ServerEntries entries) throws IOException {
    StringWriter text = new StringWriter();
    entries.toProperties().store(text, null);
    // There are tokens in it.
    SafeFile.writeForOwner(path, text.toString().getBytes(StandardCharsets.ISO_8859_1));
  }
}
