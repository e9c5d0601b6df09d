package org.inferscope.compute.worker.server;

import com.google.protobuf.WireFormat;
import io.grpc.HasByteBuffer;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.inferscope.compute.worker.proto.UploadPart;

/**
 * Reads parts of an upload. What protobuf makes of one costs two copies of all its bytes, and new
 * arrays for each; here the numbers go from the buffers they arrived in straight into an array that
 * is used again and again. On gRPC's threads; {@link #giveBack} on any.
 */
final class PartMarshaller implements Marshaller<Part> {
  /** The most bytes of numbers in a part: more at a time is not faster, and takes memory. */
  static final int MOST_BYTES = 4 << 20;

  /** What is kept for later. */
  private static final int MOST_SPARE_BYTES = 16 << 20;

  private final Queue<float[]> spare = new ConcurrentLinkedQueue<>();
  private final AtomicInteger spareBytes = new AtomicInteger();

  /** An array whose numbers have been used. */
  void giveBack(float[] numbers) {
    int bytes = numbers.length * Float.BYTES;
    if (spareBytes.addAndGet(bytes) <= MOST_SPARE_BYTES) {
      spare.add(numbers);
    } else {
      spareBytes.addAndGet(-bytes);
    }
  }

  /** An array of a length; of the spare ones, those of another length are let go of. */
  private float[] array(int length) {
    for (float[] kept = spare.poll(); kept != null; kept = spare.poll()) {
      spareBytes.addAndGet(-kept.length * Float.BYTES);
      if (kept.length == length) {
        return kept;
      }
    }
    return new float[length];
  }

  /** Not needed by a server. */
  @Override
  public InputStream stream(Part part) {
    UploadPart.Builder message = UploadPart.newBuilder().setTensor(part.tensor).setSize(part.size);
    if (part.numbers != null) {
      message.setValues(Floats.message(part.numbers).getValues());
    }
    return new ByteArrayInputStream(message.build().toByteArray());
  }

  @Override
  public Part parse(InputStream in) {
    try {
      long tensor = 0;
      long size = 0;
      float[] numbers = null;
      for (int tag = in.read(); tag >= 0; tag = in.read()) {
        switch (tag) {
          case UploadPart.TENSOR_FIELD_NUMBER << 3 -> tensor = varint(in);
          case UploadPart.SIZE_FIELD_NUMBER << 3 -> size = varint(in);
          case UploadPart.VALUES_FIELD_NUMBER << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> {
            long bytes = varint(in);
            if (bytes > MOST_BYTES) {
              return Part.TOO_LONG;
            }
            numbers = numbers(in, bytes);
          }
          default -> skip(tag, in);
        }
      }
      return new Part(tensor, size, numbers);
    } catch (IOException e) {
      // Thrown from here it would reach the client as an unknown error.
      return Part.MALFORMED;
    }
  }

  private static long varint(InputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IOException("a number of more than ten bytes");
  }

  /** A field of a later version. */
  private static void skip(int firstByteOfTag, InputStream in) throws IOException {
    int tag = firstByteOfTag;
    if (tag >= 0x80) {
      tag = (int) ((tag & 0x7f) | (varint(in) << 7));
    }
    switch (WireFormat.getTagWireType(tag)) {
      case WireFormat.WIRETYPE_VARINT -> varint(in);
      case WireFormat.WIRETYPE_FIXED32 -> in.skipNBytes(Integer.BYTES);
      case WireFormat.WIRETYPE_FIXED64 -> in.skipNBytes(Long.BYTES);
      case WireFormat.WIRETYPE_LENGTH_DELIMITED -> in.skipNBytes(varint(in));
      default -> throw new IOException("field of an unknown kind");
    }
  }

  private float[] numbers(InputStream in, long bytes) throws IOException {
    if (bytes < 0 || bytes > in.available() || bytes % Float.BYTES != 0) {
      throw new IOException("values of " + bytes + " bytes");
    }
    float[] numbers = array((int) (bytes / Float.BYTES));
    int done = 0;
    byte[] one = new byte[Float.BYTES];
    while (done < numbers.length) {
      int copied = copy(in, numbers, done);
      if (copied == 0) {
        // What lies across two buffers, or a stream without any.
        if (in.readNBytes(one, 0, one.length) < one.length) {
          throw new EOFException();
        }
        numbers[done] = ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN).getFloat();
        copied = 1;
      }
      done += copied;
    }
    return numbers;
  }

  /** Copies what the current buffer has of whole numbers, and says how many those were. */
  private static int copy(InputStream in, float[] target, int from) throws IOException {
    if (!(in instanceof HasByteBuffer buffers) || !buffers.byteBufferSupported()) {
      return 0;
    }
    ByteBuffer buffer = buffers.getByteBuffer();
    if (buffer == null) {
      return 0;
    }
    int count = Math.min(buffer.remaining() / Float.BYTES, target.length - from);
    buffer.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(target, from, count);
    in.skipNBytes((long) count * Float.BYTES);
    return count;
  }
}
