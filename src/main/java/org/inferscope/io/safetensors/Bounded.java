package org.inferscope.io.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** The next bytes of a channel as if there were no more. */
final class Bounded implements ReadableByteChannel {
  private final ReadableByteChannel channel;
  private long left;

  Bounded(ReadableByteChannel channel, long bytes) {
    this.channel = channel;
    left = bytes;
  }

  @Override
  public int read(ByteBuffer buffer) throws IOException {
    if (left == 0) {
      return -1;
    }
    int limit = buffer.limit();
    buffer.limit(buffer.position() + (int) Math.min(left, buffer.remaining()));
    int read = channel.read(buffer);
    buffer.limit(limit);
    left -= Math.max(0, read);
    return read;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
