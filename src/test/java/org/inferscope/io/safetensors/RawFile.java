package org.inferscope.io.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Safetensors files made byte by byte, right and wrong ones. */
public final class RawFile {
  private RawFile() {}

  /** A file of this header, whose length is told rightly, and this many bytes of zeros. */
  public static byte[] of(String header, int dataBytes) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + json.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  /** The same on disk. */
  public static Path write(Path path, String header, int dataBytes) throws IOException {
    return Files.write(path, of(header, dataBytes));
  }
}
