package org.inferscope.compute.worker.server;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.inferscope.compute.worker.proto.Allocate;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.Free;
import org.inferscope.compute.worker.proto.Op;

/** Messages of the contract from a seed: such as could make sense, such as cannot, and neither. */
final class RandomMessages {
  /** Handles that are likely to be of something. */
  private static final int HANDLES = 12;

  private static final int DEEPEST = 6;

  private static final long[] EDGES = {
    0,
    1,
    -1,
    2,
    7,
    64,
    255,
    4096,
    65_536,
    1 << 20,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MAX_VALUE / 4,
    1L << 32
  };

  private static final float[] NUMBERS = {
    0, 1, -1, 0.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE
  };

  private final Random random;
  private long fresh = HANDLES;

  RandomMessages(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Tensors under the likely handles, so that much of what follows finds something. */
  Batch beginning() {
    Batch.Builder batch = Batch.newBuilder().setRepeat(1);
    for (int handle = 1; handle <= HANDLES; handle++) {
      Allocate some = Allocate.newBuilder().setTensor(handle).setSize(1 + below(200)).build();
      batch.addOps(Op.newBuilder().setAllocate(some));
    }
    return batch.build();
  }

  /** Operations, few of which fit, under sizes that mostly are small. */
  Batch batch() {
    Batch.Builder batch = Batch.newBuilder().setRepeat(below(8) == 0 ? anyInt() : 1);
    int count = below(5);
    for (int i = 0; i < count; i++) {
      batch.addOps(op());
    }
    return batch.build();
  }

  private Op op() {
    return switch (below(6)) {
      case 0 ->
          Op.newBuilder()
              .setAllocate(Allocate.newBuilder().setTensor(++fresh).setSize(below(5000)))
              .build();
      case 1 ->
          Op.newBuilder().setFree(Free.newBuilder().setTensor(1 + below((int) fresh))).build();
      default -> (Op) any(Op.getDefaultInstance());
    };
  }

  /** Any message of a type, each field of which may be missing, small, at an edge or anything. */
  Message any(Message type) {
    try {
      DynamicMessage dynamic = any(type.getDescriptorForType(), 0);
      return type.newBuilderForType().mergeFrom(dynamic.toByteString()).build();
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private DynamicMessage any(Descriptor type, int depth) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    List<FieldDescriptor> fields = type.getFields();
    if (!type.getRealOneofs().isEmpty()) {
      FieldDescriptor one = fields.get(below(fields.size()));
      return message.setField(one, value(one, depth)).build();
    }
    for (FieldDescriptor field : fields) {
      if (field.isRepeated()) {
        for (int i = below(4); i > 0; i--) {
          message.addRepeatedField(field, value(field, depth));
        }
      } else if (below(12) > 0) {
        message.setField(field, value(field, depth));
      }
    }
    return message.build();
  }

  private Object value(FieldDescriptor field, int depth) {
    return switch (field.getJavaType()) {
      case INT -> anyInt();
      case LONG -> anyLong(field.getName());
      case FLOAT -> NUMBERS[below(NUMBERS.length)];
      case DOUBLE -> (double) NUMBERS[below(NUMBERS.length)];
      case BOOLEAN -> random.nextBoolean();
      case STRING -> "x".repeat(below(40));
      case BYTE_STRING -> ByteString.copyFrom(bytes(below(4) == 0 ? below(100) : 4 * below(50)));
      case ENUM -> constant(field.getEnumType());
      case MESSAGE ->
          depth < DEEPEST
              ? any(field.getMessageType(), depth + 1)
              : DynamicMessage.getDefaultInstance(field.getMessageType());
    };
  }

  private Object constant(EnumDescriptor type) {
    return type.findValueByNumberCreatingIfUnknown(below(type.getValues().size() + 1));
  }

  private int anyInt() {
    return below(5) > 0 ? below(12) : (int) EDGES[below(EDGES.length)];
  }

  private long anyLong(String field) {
    boolean handle = field.equals("tensor") || field.equals("weights");
    return below(6) > 0 ? (handle ? 1 + below(HANDLES) : below(12)) : EDGES[below(EDGES.length)];
  }

  byte[] bytes(int length) {
    byte[] some = new byte[length];
    random.nextBytes(some);
    return some;
  }

  /** Bytes with a few mistakes in them. */
  byte[] mutated(byte[] message) {
    byte[] changed = message.clone();
    for (int mistakes = 1 + below(4); mistakes > 0 && changed.length > 0; mistakes--) {
      int at = below(changed.length);
      switch (below(3)) {
        case 0 -> changed[at] ^= (byte) (1 << below(8));
        case 1 -> changed = Arrays.copyOf(changed, at);
        default -> changed[at] = (byte) below(256);
      }
    }
    return changed;
  }
}
