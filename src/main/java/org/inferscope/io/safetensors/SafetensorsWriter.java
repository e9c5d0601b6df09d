package org.inferscope.io.safetensors;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.SafeFile;
import org.inferscope.tensor.Args;

/**
 * Writes safetensors files of float32 and of whole numbers. Stateless; waits for the disk, so not
 * for the event thread.
 */
public final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;
  private static final int PIECE = 1 << 18;

  private SafetensorsWriter() {}

  /**
   * Writes a file; it has the new content, or on any failure the old one. The numbers are streamed.
   *
   * @param tensors in the order they are to have in the file; each name once
   * @param metadata what the file says of itself; left out where it is empty
   * @throws InferscopeException if it cannot be written, saying why
   */
  public static void write(Path path, List<TensorData> tensors, Map<String, String> metadata) {
    byte[] header = header(tensors, metadata);
    long data = tensors.stream().mapToLong(TensorData::bytes).sum();
    SafeFile.write(
        path,
        Long.BYTES + header.length + data,
        out -> {
          ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
          SafeFile.writeAll(length.putLong(0, header.length), out);
          SafeFile.writeAll(ByteBuffer.wrap(header), out);
          for (TensorData tensor : tensors) {
            for (Buffer part : tensor.parts()) {
              write(part.slice(), out);
            }
          }
        });
  }

  private static void write(Buffer values, WritableByteChannel out) throws IOException {
    int most = Math.min(PIECE, values.remaining());
    ByteBuffer bytes = ByteBuffer.allocateDirect(most * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int done = 0; done < values.limit(); done += most) {
      int next = Math.min(most, values.limit() - done);
      bytes.clear();
      SafeFile.writeAll(bytes.limit(put(values.slice(done, next), bytes)), out);
    }
  }

  /** Puts numbers into bytes; returns how many bytes they take. */
  private static int put(Buffer piece, ByteBuffer bytes) {
    if (piece instanceof FloatBuffer floats) {
      bytes.asFloatBuffer().put(floats);
      return Float.BYTES * floats.limit();
    }
    if (piece instanceof IntBuffer ints) {
      bytes.asIntBuffer().put(ints);
      return Integer.BYTES * ints.limit();
    }
    LongBuffer longs = (LongBuffer) piece;
    bytes.asLongBuffer().put(longs);
    return Long.BYTES * longs.limit();
  }

  /** The JSON, filled up with spaces so that the numbers start at a multiple of 8 bytes. */
  private static byte[] header(List<TensorData> tensors, Map<String, String> metadata) {
    byte[] json = json(tensors, metadata).getBytes(StandardCharsets.UTF_8);
    int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] padded = Arrays.copyOf(json, length);
    Arrays.fill(padded, json.length, length, (byte) ' ');
    return padded;
  }

  private static String json(List<TensorData> tensors, Map<String, String> metadata) {
    StringWriter text = new StringWriter();
    Set<String> names = new HashSet<>();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setHtmlSafe(false);
      json.beginObject();
      if (!metadata.isEmpty()) {
        json.name("__metadata__").beginObject();
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
          json.name(entry.getKey()).value(entry.getValue());
        }
        json.endObject();
      }
      long begin = 0;
      for (TensorData tensor : tensors) {
        Args.require(names.add(tensor.name()), "tensor.name()", tensor.name(), "there only once");
        long end = begin + tensor.bytes();
        json.name(tensor.name()).beginObject().name("dtype").value(tensor.type().name());
        json.name("shape").beginArray();
        for (long dim : tensor.shape()) {
          json.value(dim);
        }
        json.endArray().name("data_offsets").beginArray().value(begin).value(end).endArray();
        json.endObject();
        begin = end;
      }
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return text.toString();
  }
}
