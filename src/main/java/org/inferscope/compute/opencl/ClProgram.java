package org.inferscope.compute.opencl;

import static org.lwjgl.opencl.CL10.*;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All kernels, compiled for one device. */
final class ClProgram implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClProgram.class);

  private final long program;
  private final String device;
  private final Map<String, Long> kernels = new HashMap<>();

  private ClProgram(long program, String device) {
    this.program = program;
    this.device = device;
  }

  /** The source of all kernels that a device can run. */
  static String source(Limits limits, List<TileShape> shapes) {
    StringBuilder source = new StringBuilder();
    source.append("#define GROUP ").append(limits.group()).append('\n');
    source.append("#define ACROSS ").append(limits.across()).append('\n');
    for (String file : new String[] {"common", "pointwise", "rows", "gemv"}) {
      source.append(read(file + ".cl")).append('\n');
    }
    String gemm = read("gemm.cl");
    for (TileShape shape : shapes) {
      source.append(defined(shape, gemm));
    }
    return source.toString();
  }

  private static String defined(TileShape shape, String gemm) {
    String name = shape.kernel();
    String[][] names = {
      {"GEMM", name},
      {"FETCH_A", "fetch_a_" + name},
      {"FETCH_B", "fetch_b_" + name},
      {"TM", "" + shape.tm()},
      {"TN", "" + shape.tn()},
      {"TK", "" + shape.tk()},
      {"WM", "" + shape.wm()},
      {"WN", "" + shape.wn()}
    };
    StringBuilder text = new StringBuilder();
    for (String[] pair : names) {
      text.append("#define ").append(pair[0]).append(' ').append(pair[1]).append('\n');
    }
    text.append(gemm);
    for (String[] pair : names) {
      text.append("#undef ").append(pair[0]).append('\n');
    }
    return text.toString();
  }

  private static String read(String file) {
    try (InputStream in = Objects.requireNonNull(ClProgram.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compiles a source.
   *
   * @throws InferscopeException with the compiler's first complaint; the log file has all of them
   */
  static ClProgram build(long context, long handle, String device, String source) {
    long program = create(context, device, source);
    int built = clBuildProgram(program, handle, "-cl-std=CL1.2", null, 0);
    if (built != CL_SUCCESS) {
      String log = ClInfo.buildLog(program, handle);
      LOG.warn("{}: {}\n{}", device, ClError.name(built), log);
      clReleaseProgram(program);
      throw new InferscopeException(
          Texts.get("opencl.build", device, complaint(log, ClError.name(built))));
    }
    return new ClProgram(program, device);
  }

  private static long create(long context, String device, String source) {
    // Outside of LWJGL's stack, which is too small for it.
    ByteBuffer text = MemoryUtil.memUTF8(source, false);
    try (MemoryStack stack = MemoryStack.stackPush()) {
      int[] code = {0};
      long program =
          clCreateProgramWithSource(
              context, stack.pointers(text), stack.pointers(text.remaining()), code);
      ClError.check(code[0], device);
      return program;
    } finally {
      MemoryUtil.memFree(text);
    }
  }

  /** The first line of a log that tells of an error, else its first line, else the code's name. */
  private static String complaint(String log, String name) {
    List<String> lines = log.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.stream()
        .filter(line -> line.matches("(?i).*\\berror\\b.*"))
        .findFirst()
        .orElse(lines.isEmpty() ? name : lines.get(0));
  }

  /** A kernel's handle, made when it is first asked for. */
  long kernel(String name) {
    return kernels.computeIfAbsent(name, this::create);
  }

  private long create(String name) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer code = stack.callocInt(1);
      long kernel = clCreateKernel(program, name, code);
      ClError.check(code.get(0), device);
      return kernel;
    }
  }

  @Override
  public void close() {
    kernels.values().forEach(kernel -> clReleaseKernel(kernel));
    kernels.clear();
    clReleaseProgram(program);
  }
}
