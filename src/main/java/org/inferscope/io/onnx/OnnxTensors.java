package org.inferscope.io.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.network.Indices;
import org.inferscope.io.safetensors.Conversion;
import org.inferscope.io.safetensors.StoredType;
import org.inferscope.io.safetensors.TensorInfo;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Reads the numbers of stored tensors. */
final class OnnxTensors {
  private final OnnxGraph graph;

  OnnxTensors(OnnxGraph graph) {
    this.graph = graph;
  }

  /**
   * All numbers, row after row, as float32.
   *
   * @throws InferscopeException naming the tensor, if they are of another type, not all there or
   *     not in the file, or if one is not finite
   */
  float[] floats(TensorProto tensor) {
    if (tensor.getDataLocation() == DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
      throw graph.problem(Texts.get("networkfiles.onnx.external", tensor.getName()));
    }
    float[] values = tensor.getRawData().isEmpty() ? listed(tensor) : raw(tensor);
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw graph.problem(
            Texts.get(
                "networkfiles.notFinite",
                tensor.getName(),
                shape(tensor),
                Numbers.full(values[i]),
                Indices.text(tensor.getDimsList(), i)));
      }
    }
    return values;
  }

  /** The whole numbers of a shape, at most a few. */
  List<Long> wholes(TensorProto tensor) {
    if (tensor.getDataType() != DataType.INT64_VALUE) {
      throw unreadable(tensor);
    }
    if (tensor.getRawData().isEmpty()) {
      return tensor.getInt64DataList();
    }
    LongBuffer values =
        tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    return LongStream.generate(values::get).limit(values.remaining()).boxed().toList();
  }

  /** The sizes as PyTorch prints them. */
  static String shape(TensorProto tensor) {
    return TensorInfo.text(tensor.getDimsList());
  }

  private float[] raw(TensorProto tensor) {
    StoredType type = type(tensor).orElseThrow(() -> unreadable(tensor));
    int width = type.bits() / Byte.SIZE;
    ByteBuffer bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    int count = count(tensor, bytes.remaining() / width);
    if (bytes.remaining() % width != 0) {
      throw wrongCount(tensor, bytes.remaining() / width);
    }
    float[] values = new float[count];
    Conversion.toFloats(type, bytes.slice().order(ByteOrder.LITTLE_ENDIAN), values, 0, count);
    return values;
  }

  private float[] listed(TensorProto tensor) {
    StoredType type = type(tensor).orElseThrow(() -> unreadable(tensor));
    int found =
        switch (type) {
          case F32 -> tensor.getFloatDataCount();
          case F64 -> tensor.getDoubleDataCount();
          default -> tensor.getInt32DataCount(); // Halves, each in the low bits of an int.
        };
    float[] values = new float[count(tensor, found)];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case F32 -> tensor.getFloatData(i);
            case F64 -> (float) tensor.getDoubleData(i);
            case F16 -> Conversion.half((short) tensor.getInt32Data(i));
            default -> Float.intBitsToFloat(tensor.getInt32Data(i) << Short.SIZE);
          };
    }
    return values;
  }

  private static Optional<StoredType> type(TensorProto tensor) {
    return switch (tensor.getDataType()) {
      case DataType.FLOAT_VALUE -> Optional.of(StoredType.F32);
      case DataType.FLOAT16_VALUE -> Optional.of(StoredType.F16);
      case DataType.BFLOAT16_VALUE -> Optional.of(StoredType.BF16);
      case DataType.DOUBLE_VALUE -> Optional.of(StoredType.F64);
      default -> Optional.empty();
    };
  }

  private int count(TensorProto tensor, int found) {
    List<Long> shape = tensor.getDimsList();
    double expected = 1;
    for (long size : shape) {
      expected *= size;
    }
    if (expected != found || shape.stream().anyMatch(size -> size < 0)) {
      throw wrongCount(tensor, found);
    }
    return found;
  }

  private InferscopeException wrongCount(TensorProto tensor, int found) {
    return graph.problem(
        Texts.get(
            "networkfiles.onnx.count", tensor.getName(), shape(tensor), Numbers.count(found)));
  }

  private InferscopeException unreadable(TensorProto tensor) {
    DataType type = DataType.forNumber(tensor.getDataType());
    String name = type == null ? Numbers.count(tensor.getDataType()) : type.name();
    return graph.problem(Texts.get("networkfiles.onnx.type", tensor.getName(), name));
  }
}
