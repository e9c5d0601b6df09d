package org.inferscope.model.gpt2.sampling;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Makes text of the bytes of tokens as they come. A character whose bytes are spread over several
 * tokens is given out when it is whole; bytes that can be no UTF-8 become U+FFFD. All that is given
 * out is what {@code new String} makes of all bytes at once. One thread.
 */
public final class TextStream {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  /** The first bytes of a character, at most 3. */
  private ByteBuffer waiting = ByteBuffer.allocate(0);

  /** The characters that are whole with these bytes. */
  public String add(byte[] bytes) {
    return decode(bytes, false);
  }

  /** What is left when nothing more comes: U+FFFD for half a character. Starts anew. */
  public String finish() {
    String rest = decode(new byte[0], true);
    decoder.reset();
    return rest;
  }

  private String decode(byte[] bytes, boolean last) {
    ByteBuffer in = ByteBuffer.allocate(waiting.remaining() + bytes.length);
    in.put(waiting).put(bytes).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    decoder.decode(in, out, last);
    if (last) {
      decoder.flush(out);
    }
    waiting = in;
    return out.flip().toString();
  }
}
