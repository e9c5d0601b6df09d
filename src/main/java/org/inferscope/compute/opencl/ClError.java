package org.inferscope.compute.opencl;

import static org.lwjgl.opencl.CL10.*;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;
import org.lwjgl.opencl.CL10;
import org.lwjgl.opencl.CL11;
import org.lwjgl.opencl.CL12;

/** What OpenCL's status codes mean. Stateless, any thread. */
final class ClError {
  private static final Map<Integer, String> NAMES = names();

  private ClError() {}

  /** A code's name in the specification; the number itself if it has none. */
  static String name(int code) {
    return NAMES.getOrDefault(code, "OpenCL error " + code);
  }

  /**
   * Goes on if a call went well.
   *
   * @param code what it returned
   * @param device the device's name
   * @throws OutOfMemoryError if memory was missing
   * @throws DeviceLostException if the device cannot be used any more
   * @throws InferscopeException if anything else was wrong
   */
  static void check(int code, String device) {
    switch (code) {
      case CL_SUCCESS -> {}
      case CL_MEM_OBJECT_ALLOCATION_FAILURE, CL_OUT_OF_HOST_MEMORY, CL_INVALID_BUFFER_SIZE ->
          throw new OutOfMemoryError(Texts.get("opencl.memory", device, name(code)));
      case CL_DEVICE_NOT_AVAILABLE, CL_INVALID_CONTEXT, CL_INVALID_COMMAND_QUEUE ->
          throw new DeviceLostException(Texts.get("opencl.lost", device, name(code)), null);
      default -> throw new InferscopeException(Texts.get("opencl.failed", device, name(code)));
    }
  }

  private static Map<Integer, String> names() {
    Map<Integer, String> names = new HashMap<>();
    for (Class<?> version : new Class<?>[] {CL10.class, CL11.class, CL12.class}) {
      for (Field field : version.getDeclaredFields()) {
        addName(field, names);
      }
    }
    return names;
  }

  /** Errors are the negative constants, but for the states of a build. */
  private static void addName(Field field, Map<Integer, String> names) {
    boolean constant = Modifier.isStatic(field.getModifiers()) && field.getType() == int.class;
    if (!constant || field.getName().matches("CL_BUILD_(NONE|ERROR|IN_PROGRESS)")) {
      return;
    }
    try {
      int code = field.getInt(null);
      if (code < 0) {
        names.putIfAbsent(code, field.getName());
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
