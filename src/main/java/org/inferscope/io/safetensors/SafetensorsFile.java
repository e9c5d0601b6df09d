package org.inferscope.io.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final int PIECE = 1 << 20;

  /** Bytes that one buffer spans at most, a multiple of every number's. */
  private static final int PART = 1 << 30;

  private final Path path;
  private final FileChannel channel;
  private final Header header;
  private final long dataStart;

  private SafetensorsFile(Path path, FileChannel channel, FileStart start) {
    this.path = path;
    this.channel = channel;
    header = start.header();
    dataStart = start.dataStart();
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

  /** The same of a channel that is open already; if this throws, it still is. */
  static SafetensorsFile opened(Path path, FileChannel channel) throws IOException, BadHeader {
    return new SafetensorsFile(path, channel, FileStart.read(channel));
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
    int most = PIECE / info.type().bytes();
    ByteBuffer scratch = scratch(info, count);
    for (int done = 0; done < count; done += most) {
      readPiece(info, from + done, scratch, values, done, Math.min(most, count - done));
    }
    return values;
  }

  private static ByteBuffer scratch(TensorInfo info, long count) {
    int bytes = (int) Math.min(PIECE, count * info.type().bytes());
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void readPiece(
      TensorInfo info, long from, ByteBuffer scratch, float[] to, int at, int count) {
    int width = info.type().bytes();
    try {
      scratch.clear().limit(count * width);
      FileStart.fill(scratch, channel, dataStart + info.begin() + from * width);
      Conversion.toFloats(info.type(), scratch, to, at, count);
    } catch (BadHeader e) {
      throw ReadProblem.in(path, e.reason());
    } catch (IOException e) {
      throw ReadProblem.of(path, e);
    }
  }

  /**
   * A tensor's numbers as float32 outside the heap: the mapped file itself where it holds them as
   * the machine does, else a copy. It outlives this file, not the memory it lies in.
   *
   * @param memory where it is to lie
   * @throws InferscopeException if there is no such tensor, or its type cannot be read, or there is
   *     not enough memory for it
   */
  public TensorMemory load(String name, NativeMemory memory) {
    return load(name, memory, PART);
  }

  /**
   * The same.
   *
   * @param most bytes that one buffer may span
   */
  TensorMemory load(String name, NativeMemory memory, int most) {
    TensorInfo info = require(name);
    boolean inPlace = isInPlace(info);
    int floats = most / Float.BYTES;
    List<ByteBuffer> parts = new ArrayList<>();
    for (long from = 0; from < info.count(); from += floats) {
      int count = (int) Math.min(floats, info.count() - from);
      parts.add(inPlace ? map(info, from, count, memory) : copy(info, from, count, memory));
    }
    return new TensorMemory(info, parts, inPlace);
  }

  /** A float that crosses what a processor reads at once would be slow, or refused by libraries. */
  private boolean isInPlace(TensorInfo info) {
    return info.type() == StoredType.F32
        && (dataStart + info.begin()) % Float.BYTES == 0
        && ByteOrder.nativeOrder().equals(ByteOrder.LITTLE_ENDIAN);
  }

  private ByteBuffer map(TensorInfo info, long from, int count, NativeMemory memory) {
    try {
      long start = dataStart + info.begin() + from * Float.BYTES;
      return memory.map(channel, start, (long) count * Float.BYTES).order(ByteOrder.nativeOrder());
    } catch (IOException e) {
      throw ReadProblem.of(path, e);
    }
  }

  private ByteBuffer copy(TensorInfo info, long from, int count, NativeMemory memory) {
    ByteBuffer bytes = allocate(info, (long) count * Float.BYTES, memory);
    FloatBuffer floats = bytes.asFloatBuffer();
    int most = PIECE / info.type().bytes();
    float[] piece = new float[Math.min(most, count)];
    ByteBuffer scratch = scratch(info, count);
    for (int done = 0; done < count; done += most) {
      int next = Math.min(most, count - done);
      readPiece(info, from + done, scratch, piece, 0, next);
      floats.put(piece, 0, next);
    }
    return bytes;
  }

  private ByteBuffer allocate(TensorInfo info, long bytes, NativeMemory memory) {
    try {
      return memory.allocate(bytes).order(ByteOrder.nativeOrder());
    } catch (OutOfMemoryError e) { // Refused before anything is taken, so all else can go on.
      throw ReadProblem.in(
          path, Texts.get("networkfiles.noMemory", info.name(), Numbers.bytes((double) bytes)));
    }
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
