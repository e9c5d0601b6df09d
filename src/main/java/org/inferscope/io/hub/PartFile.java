package org.inferscope.io.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.inferscope.compute.InferscopeException;

/**
 * What there is of a file so far, {@code <name>.part}, and the note beside it that says of what it
 * is a part: the content's identity, and the tag that the server gave it. One thread.
 */
final class PartFile implements AutoCloseable {
  /** The ending of a part's name. */
  static final String SUFFIX = ".part";

  private static final String NOTE_SUFFIX = SUFFIX + ".id";
  private static final int PIECE = 1 << 16;

  private final Path path;
  private final Path note;
  private final FileChannel channel;
  private String tag = "";

  private PartFile(Path path, Path note, FileChannel channel) {
    this.path = path;
    this.note = note;
    this.channel = channel;
  }

  /**
   * Opens the part of a file in a folder; one that is of other content is emptied.
   *
   * @throws InferscopeException if the disk does not allow it
   */
  static PartFile open(Path folder, HubFile file) {
    Path path = path(folder, file);
    Path note = note(folder, file);
    try {
      List<String> lines = Files.exists(note) ? Files.readAllLines(note) : List.of();
      boolean same = !lines.isEmpty() && lines.get(0).equals(file.identity());
      PartFile part =
          new PartFile(
              path,
              note,
              FileChannel.open(
                  path,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE));
      if (same) {
        part.tag = lines.size() > 1 ? lines.get(1) : "";
      } else {
        part.restart();
        Files.write(note, List.of(file.identity()));
      }
      return part;
    } catch (IOException e) {
      throw HubProblem.disk(path.toString(), e);
    }
  }

  /**
   * Takes a file that already has its name for a part, where there is none: an earlier run may have
   * ended between the first name and the last. It is still to be checked.
   */
  static void adopt(Path folder, HubFile file) {
    Path named = folder.resolve(file.name());
    try {
      if (!Files.exists(path(folder, file))
          && Files.exists(named)
          && Files.size(named) == file.size()) {
        Files.write(note(folder, file), List.of(file.identity()));
        Files.move(named, path(folder, file), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw HubProblem.disk(named.toString(), e);
    }
  }

  private static Path note(Path folder, HubFile file) {
    return folder.resolve(file.name() + NOTE_SUFFIX);
  }

  /** Where the part of a file is. */
  static Path path(Path folder, HubFile file) {
    return folder.resolve(file.name() + SUFFIX);
  }

  /** How many bytes of a file are there, whatever they are. */
  static long sizeIn(Path folder, HubFile file) {
    try {
      Path path = path(folder, file);
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** The server's tag of the content; empty if it gave none. */
  String tag() {
    return tag;
  }

  /** Notes the server's tag for the next time. */
  void keepTag(HubFile file, String given) {
    if (!given.equals(tag)) {
      tag = given;
      try {
        Files.write(note, List.of(file.identity(), given));
      } catch (IOException e) {
        throw HubProblem.disk(note.toString(), e);
      }
    }
  }

  long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw HubProblem.disk(path.toString(), e);
    }
  }

  /** Reads what is there into a hash, and stands at its end. */
  void hash(ContentHash hash, Meter meter, StopSign stop) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE);
    try {
      channel.position(0);
      for (int count = channel.read(buffer); count >= 0; count = channel.read(buffer)) {
        stop.check();
        hash.add(buffer.flip());
        buffer.clear();
        meter.found(count);
      }
    } catch (IOException e) {
      throw HubProblem.disk(path.toString(), e);
    }
  }

  void append(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw HubProblem.disk(path.toString(), e);
    }
  }

  /** Throws away what is there. */
  void restart() {
    try {
      channel.truncate(0);
      channel.position(0);
      tag = "";
    } catch (IOException e) {
      throw HubProblem.disk(path.toString(), e);
    }
  }

  /** Makes sure that what was written outlives a power cut. */
  void force() {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw HubProblem.disk(path.toString(), e);
    }
  }

  /** Forgets the note of a part that has become a file. */
  static void forget(Path folder, HubFile file) throws IOException {
    Files.deleteIfExists(note(folder, file));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw HubProblem.disk(path.toString(), e);
    }
  }
}
