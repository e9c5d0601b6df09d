package org.inferscope.io.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.ReadProblem;
import org.inferscope.io.network.LoadedNetwork;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Networks out of ONNX files. Waits for the disk: for a job. */
public final class OnnxNetworkFile {
  /** How the name of such a file ends. */
  public static final String SUFFIX = ".onnx";

  /** The format's own limit, and the largest array. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

  private OnnxNetworkFile() {}

  /**
   * Reads a network: Gemm, or MatMul with Add, and after each at most one of the activations that
   * networks here can have.
   *
   * @throws InferscopeException in one sentence with the file's name, and the node's or tensor's at
   *     fault; also if the network is larger than the tab or the memory allows
   */
  public static LoadedNetwork load(Path path) {
    Runtime runtime = Runtime.getRuntime();
    return load(path, runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory()));
  }

  /**
   * The same with a given amount of memory.
   *
   * @param free bytes that the file and the weights may take
   */
  static LoadedNetwork load(Path path, long free) {
    ModelProto model = parse(path, bytes(path, free));
    if (!model.hasGraph()) {
      throw ReadProblem.in(path, Texts.get("networkfiles.onnx.notOnnx"));
    }
    return new OnnxReader(new OnnxGraph(path, model.getGraph())).read();
  }

  private static byte[] bytes(Path path, long free) {
    try {
      if (Files.isDirectory(path)) {
        throw new IOException("a folder");
      }
      long size = Files.size(path);
      if (size > MOST_BYTES || 2 * size > free) { // Its bytes, and the weights made of them.
        throw ReadProblem.in(
            path,
            Texts.get(
                "networkfiles.memory", Numbers.bytes(2.0 * size), Numbers.bytes((double) free)));
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw ReadProblem.of(path, e);
    }
  }

  private static ModelProto parse(Path path, byte[] bytes) {
    try {
      CodedInputStream in = CodedInputStream.newInstance(bytes);
      in.enableAliasing(true); // Weights stay where they are instead of being copied.
      return ModelProto.parseFrom(in);
    } catch (InvalidProtocolBufferException e) {
      throw new InferscopeException(
          ReadProblem.in(path, Texts.get("networkfiles.onnx.notOnnx")).sentence(), e);
    } catch (IOException e) {
      throw ReadProblem.of(path, e);
    }
  }
}
