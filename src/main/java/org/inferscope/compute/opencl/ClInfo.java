package org.inferscope.compute.opencl;

import static org.lwjgl.opencl.CL10.CL_PROGRAM_BUILD_LOG;
import static org.lwjgl.opencl.CL10.CL_SUCCESS;
import static org.lwjgl.opencl.CL10.clGetDeviceInfo;
import static org.lwjgl.opencl.CL10.clGetPlatformInfo;
import static org.lwjgl.opencl.CL10.clGetProgramBuildInfo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** Questions to platforms and devices; what they do not answer is empty, or 0. */
final class ClInfo {
  private ClInfo() {}

  static String platformText(long platform, int what) {
    return text((bytes, size) -> clGetPlatformInfo(platform, what, bytes, size));
  }

  static String deviceText(long device, int what) {
    return text((bytes, size) -> clGetDeviceInfo(device, what, bytes, size));
  }

  /** A number of up to 64 bits: answers of 32 leave the upper half 0. */
  static long deviceNumber(long device, int what) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      ByteBuffer answer = stack.calloc(8, Long.BYTES);
      return clGetDeviceInfo(device, what, answer, null) == CL_SUCCESS ? answer.getLong(0) : 0;
    }
  }

  private interface Question {
    int ask(@Nullable ByteBuffer answer, @Nullable PointerBuffer size);
  }

  static String buildLog(long program, long device) {
    return text(
        (bytes, size) -> clGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, bytes, size));
  }

  private static String text(Question question) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer size = stack.callocPointer(1);
      if (question.ask(null, size) != CL_SUCCESS || size.get(0) <= 0) {
        return "";
      }
      ByteBuffer bytes = MemoryUtil.memCalloc((int) Math.min(size.get(0), 1 << 24));
      try {
        if (question.ask(bytes, null) != CL_SUCCESS) {
          return "";
        }
        return StandardCharsets.UTF_8.decode(bytes).toString().replace("\0", "").strip();
      } finally {
        MemoryUtil.memFree(bytes);
      }
    }
  }
}
