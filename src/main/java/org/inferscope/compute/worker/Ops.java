package org.inferscope.compute.worker;

import com.google.protobuf.ByteString;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.worker.proto.Allocate;
import org.inferscope.compute.worker.proto.Free;
import org.inferscope.compute.worker.proto.FreeWeights;
import org.inferscope.compute.worker.proto.Function;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.Read;
import org.inferscope.compute.worker.proto.WeightFormat;
import org.inferscope.compute.worker.proto.Write;
import org.inferscope.tensor.DType;

/** Operations of the contract that take no views, and its names for ours. */
final class Ops {
  private Ops() {}

  static Op allocate(long tensor, long size) {
    return Op.newBuilder()
        .setAllocate(Allocate.newBuilder().setTensor(tensor).setSize(size))
        .build();
  }

  static Op write(long tensor, long offset, ByteString values) {
    return Op.newBuilder()
        .setWrite(Write.newBuilder().setTensor(tensor).setOffset(offset).setValues(values))
        .build();
  }

  static Op read(long tensor, long offset, long size) {
    return Op.newBuilder()
        .setRead(Read.newBuilder().setTensor(tensor).setOffset(offset).setSize(size))
        .build();
  }

  static Op free(long tensor) {
    return Op.newBuilder().setFree(Free.newBuilder().setTensor(tensor)).build();
  }

  static Op freeWeights(long weights) {
    return Op.newBuilder().setFreeWeights(FreeWeights.newBuilder().setWeights(weights)).build();
  }

  static Function function(Pointwise f) {
    return switch (f) {
      case IDENTITY -> Function.IDENTITY;
      case RELU -> Function.RELU;
      case LEAKY_RELU -> Function.LEAKY_RELU;
      case GELU -> Function.GELU;
      case SILU -> Function.SILU;
      case SIGMOID -> Function.SIGMOID;
      case TANH -> Function.TANH;
    };
  }

  /**
   * A format that weights can be kept in.
   *
   * @throws IllegalArgumentException if they cannot
   */
  static WeightFormat format(DType format) {
    return switch (format) {
      case FP32 -> WeightFormat.FP32;
      case BF16 -> WeightFormat.BF16;
      case INT8 -> WeightFormat.INT8;
      default -> throw new IllegalArgumentException("'format' cannot be " + format);
    };
  }
}
