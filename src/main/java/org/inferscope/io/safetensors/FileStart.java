package org.inferscope.io.safetensors;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * What stands before the numbers of a file, read and checked.
 *
 * @param header the tensors
 * @param dataStart the first byte of the numbers
 */
record FileStart(Header header, long dataStart) {
  private static final int LENGTH_BYTES = Long.BYTES;

  /** Bytes of memory that a byte of a header may come to. */
  private static final int HEADER_MEMORY = 8;

  /** Reads the length and the header; makes nothing as large as they claim before it is checked. */
  static FileStart read(FileChannel channel) throws IOException, BadHeader {
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
    return new FileStart(HeaderReader.read(text, size - dataStart), dataStart);
  }

  /** The length that the first bytes tell, if the file is long enough for it. */
  private static long headerLength(FileChannel channel, long size) throws IOException, BadHeader {
    if (size < LENGTH_BYTES) {
      throw new BadHeader(Texts.get("networkfiles.tooShort", Numbers.count(size)));
    }
    ByteBuffer first = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    fill(first, channel, 0);
    long length = first.getLong(0);
    if (length < 0 || length > SafetensorsFile.LONGEST_HEADER) {
      throw new BadHeader(
          Texts.get(
              "networkfiles.headerTooLong",
              Long.toUnsignedString(length),
              Numbers.count(SafetensorsFile.LONGEST_HEADER)));
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

  /** Reads as many bytes as a buffer has room for. */
  static void fill(ByteBuffer buffer, FileChannel channel, long position)
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
}
