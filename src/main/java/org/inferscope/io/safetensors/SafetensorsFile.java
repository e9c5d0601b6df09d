package org.inferscope.io.safetensors;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.ReadProblem;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * A safetensors file, open for reading: 8 bytes with the length of the header, the header, the
 * numbers. Opening reads and checks the header; numbers are read when asked for, in whatever
 * pieces. One thread at a time.
 */
public final class SafetensorsFile implements AutoCloseable {
  /** How the name of such a file ends. */
  public static final String SUFFIX = ".safetensors";

  /** The longest header that the format allows, in bytes. */
  public static final long LONGEST_HEADER = 100_000_000;

  private static final int LENGTH_BYTES = Long.BYTES;
  private static final int PIECE = 1 << 20;

  /** Bytes of memory that a byte of a header may come to. */
  private static final int HEADER_MEMORY = 8;

  private final Path path;
  private final FileChannel channel;
  private final Header header;
  private final long dataStart;

  private SafetensorsFile(Path path, FileChannel channel, Header header, long dataStart) {
    this.path = path;
    this.channel = channel;
    this.header = header;
    this.dataStart = dataStart;
  }

  /**
   * Opens a file.
   *
   * @throws InferscopeException naming the file and the tensor or the bytes at fault, if it cannot
   *     be read or is no such file
   */
  public static SafetensorsFile open(Path path) {
    try {
      if (Files.isDirectory(path)) {
        throw new IOException("a folder");
      }
      FileChannel channel = FileChannel.open(path);
      try {
        return opened(path, channel);
      } catch (IOException | BadHeader | RuntimeException | Error e) {
        channel.close();
        throw e;
      }
    } catch (BadHeader e) {
      throw ReadProblem.in(path, e.reason());
    } catch (IOException e) {
      throw ReadProblem.of(path, e);
    }
  }

  private static SafetensorsFile opened(Path path, FileChannel channel)
      throws IOException, BadHeader {
    long size = channel.size();
    long length = headerLength(channel, size);
    long dataStart = LENGTH_BYTES + length;
    requireBrace(channel, length);
    channel.position(LENGTH_BYTES);
    Reader text =
        Channels.newReader(
            new Bounded(channel, length),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT),
            -1);
    Header header = HeaderReader.read(text, size - dataStart);
    return new SafetensorsFile(path, channel, header, dataStart);
  }

  /** The length that the first bytes tell, if the file is long enough for it. */
  private static long headerLength(FileChannel channel, long size) throws IOException, BadHeader {
    if (size < LENGTH_BYTES) {
      throw new BadHeader(Texts.get("networkfiles.tooShort", Numbers.count(size)));
    }
    ByteBuffer first = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    fill(first, channel, 0);
    long length = first.getLong(0);
    if (length < 0 || length > LONGEST_HEADER) {
      throw new BadHeader(
          Texts.get(
              "networkfiles.headerTooLong",
              Long.toUnsignedString(length),
              Numbers.count(LONGEST_HEADER)));
    }
    if (length > size - LENGTH_BYTES) {
      throw new BadHeader(
          Texts.get(
              "networkfiles.headerBeyondEnd",
              Numbers.count(length),
              Numbers.count(size - LENGTH_BYTES)));
    }
    if (length > Runtime.getRuntime().maxMemory() / HEADER_MEMORY) {
      throw new BadHeader(Texts.get("networkfiles.headerMemory", Numbers.count(length)));
    }
    return length;
  }

  /** The format wants it there; a JSON reader would skip spaces and a byte order mark before it. */
  private static void requireBrace(FileChannel channel, long length) throws IOException, BadHeader {
    ByteBuffer first = ByteBuffer.allocate((int) Math.min(length, 1));
    fill(first, channel, LENGTH_BYTES);
    if (length == 0 || first.get(0) != '{') {
      throw new BadHeader(Texts.get("networkfiles.noBrace"));
    }
  }

  private static void fill(ByteBuffer buffer, FileChannel channel, long position)
      throws IOException, BadHeader {
    long next = position;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, next);
      if (read < 0) {
        throw new BadHeader(Texts.get("networkfiles.endsEarly", Numbers.count(next)));
      }
      next += read;
    }
    buffer.flip();
  }

  /** Where the file is. */
  public Path path() {
    return path;
  }

  /** The names of all tensors, in the order of their data. */
  public List<String> names() {
    return List.copyOf(header.tensors().keySet());
  }

  /** All tensors, in the order of their data. */
  public List<TensorInfo> tensors() {
    return List.copyOf(header.tensors().values());
  }

  /** What the header says of a tensor; empty where there is none of that name. */
  public Optional<TensorInfo> find(String name) {
    return Optional.ofNullable(header.tensors().get(name));
  }

  /** What the file says of itself. */
  public Map<String, String> metadata() {
    return Map.copyOf(header.metadata());
  }

  /**
   * All numbers of a tensor, row after row, as float32.
   *
   * @throws InferscopeException if there is no such tensor, or its type or size cannot be read
   */
  public float[] read(String name) {
    TensorInfo info = require(name);
    if (info.count() > Integer.MAX_VALUE - 8) {
      throw ReadProblem.in(
          path, Texts.get("networkfiles.tooLarge", name, Numbers.count(info.count())));
    }
    return read(name, 0, (int) info.count());
  }

  /**
   * Some of a tensor's numbers.
   *
   * @param from how many numbers to leave out before
   * @param count how many to read
   */
  public float[] read(String name, long from, int count) {
    TensorInfo info = require(name);
    Args.require(from >= 0 && from <= info.count() - count, "from", from, "within " + info);
    Args.notNegative(count, "count");
    float[] values = new float[count];
    int width = info.type().bits() / Byte.SIZE;
    int most = PIECE / width;
    int size = Math.min(most, count) * width;
    ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    try {
      for (int done = 0; done < count; ) {
        int next = Math.min(most, count - done);
        buffer.clear().limit(next * width);
        fill(buffer, channel, dataStart + info.begin() + (from + done) * width);
        Conversion.toFloats(info.type(), buffer, values, done, next);
        done += next;
      }
    } catch (BadHeader e) {
      throw ReadProblem.in(path, e.reason());
    } catch (IOException e) {
      throw ReadProblem.of(path, e);
    }
    return values;
  }

  private TensorInfo require(String name) {
    TensorInfo info = header.tensors().get(name);
    if (info == null) {
      throw ReadProblem.in(path, Texts.get("networkfiles.missing", name));
    }
    if (!info.type().isReadable()) {
      throw ReadProblem.in(
          path, Texts.get("networkfiles.unreadableType", name, info.type().name()));
    }
    return info;
  }

  /** Closes the file. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw ReadProblem.of(path, e);
    }
  }
}
