package org.inferscope.compute.opencl;

import static org.lwjgl.opencl.CL10.*;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.inferscope.compute.DeviceKind;
import org.inferscope.text.Texts;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.Library;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What OpenCL offers here.
 *
 * @param devices best first: graphics cards before processors, those with more memory first
 * @param reason why there are none, as a sentence; empty if there are some
 */
public record OpenClDevices(List<OpenClDevice> devices, String reason) {
  private static final Logger LOG = LoggerFactory.getLogger(OpenClDevices.class);

  /** A device and the handles that OpenCL has for it and its platform. */
  record Found(OpenClDevice device, long platform, long handle) {}

  /** Keeps a copy. */
  public OpenClDevices {
    devices = List.copyOf(devices);
  }

  /** Asks all drivers, which are loaded into this process. Never throws; any one thread. */
  public static OpenClDevices list() {
    List<Found> found = new ArrayList<>();
    String reason = find(found);
    List<OpenClDevice> devices =
        found.stream()
            .map(Found::device)
            .sorted(
                Comparator.comparing(OpenClDevice::kind)
                    .thenComparing(OpenClDevice::memory)
                    .reversed())
            .toList();
    return new OpenClDevices(devices, reason);
  }

  /** The device of that id, if it is there still. */
  static Optional<Found> find(OpenClDevice wanted) {
    List<Found> found = new ArrayList<>();
    find(found);
    return found.stream()
        .filter(f -> f.device().id().equals(wanted.id()))
        .filter(f -> f.device().name().equals(wanted.name()))
        .findFirst();
  }

  /** Fills the list by name; returns why it stays empty. */
  private static String find(List<Found> found) {
    try {
      start();
      long[] platforms = platforms();
      for (long platform : platforms) {
        addDevices(platform, found);
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.info("OpenCL cannot be used", e);
      return e instanceof NoPlatform none ? none.sentence() : Texts.get("opencl.missing");
    }
    number(found);
    return found.isEmpty() ? Texts.get("opencl.none") : "";
  }

  /** OpenCL's library is there and no driver is, or ours to call it with is not. */
  private static final class NoPlatform extends org.inferscope.compute.InferscopeException {
    NoPlatform(int code) {
      super(Texts.get("opencl.platforms", ClError.name(code)));
    }

    NoPlatform(LinkageError cause) {
      super(Texts.get("opencl.notCalled", String.valueOf(cause.getMessage())), cause);
    }
  }

  private static synchronized void start() {
    // Without this, a library that is missing would break LWJGL's class for good.
    Configuration.OPENCL_EXPLICIT_INIT.set(true);
    try {
      CL.getFunctionProvider();
    } catch (IllegalStateException notYet) {
      loadLwjgl();
      load();
    }
  }

  /** By itself, since this program brings it; OpenCL's comes with a driver. */
  private static void loadLwjgl() {
    try {
      Library.initialize();
    } catch (LinkageError e) {
      throw new NoPlatform(e);
    }
  }

  /** On Linux, the name without a version is there only where programs are developed. */
  private static void load() {
    if (Platform.get() == Platform.LINUX && Configuration.OPENCL_LIBRARY_NAME.get() == null) {
      CL.create("libOpenCL.so.1");
    } else {
      CL.create();
    }
  }

  private static long[] platforms() {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer count = stack.callocInt(1);
      int code = clGetPlatformIDs(null, count);
      if (code != CL_SUCCESS || count.get(0) == 0) {
        throw new NoPlatform(code == CL_SUCCESS ? -1001 : code);
      }
      PointerBuffer platforms = stack.callocPointer(count.get(0));
      code = clGetPlatformIDs(platforms, (IntBuffer) null);
      if (code != CL_SUCCESS) {
        throw new NoPlatform(code);
      }
      long[] all = new long[platforms.remaining()];
      platforms.get(all);
      return all;
    }
  }

  /** A platform that does not answer has no devices. */
  private static void addDevices(long platform, List<Found> found) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer count = stack.callocInt(1);
      int code = clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, null, count);
      if (code != CL_SUCCESS || count.get(0) == 0) {
        LOG.info("An OpenCL platform has no devices: {}", ClError.name(code));
        return;
      }
      PointerBuffer devices = stack.callocPointer(count.get(0));
      if (clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, devices, (IntBuffer) null) == CL_SUCCESS) {
        for (int i = 0; i < devices.remaining(); i++) {
          found.add(new Found(describe(platform, devices.get(i)), platform, devices.get(i)));
        }
      }
    }
  }

  private static OpenClDevice describe(long platform, long device) {
    boolean processor = (ClInfo.deviceNumber(device, CL_DEVICE_TYPE) & CL_DEVICE_TYPE_CPU) != 0;
    String name = ClInfo.deviceText(device, CL_DEVICE_NAME).replaceAll("\\s+", " ");
    String version = ClInfo.deviceText(device, CL_DEVICE_VERSION);
    return new OpenClDevice(
        "",
        name,
        processor ? DeviceKind.CPU : DeviceKind.GPU,
        ClInfo.deviceNumber(device, CL_DEVICE_GLOBAL_MEM_SIZE),
        ClInfo.platformText(platform, CL_PLATFORM_NAME),
        ClInfo.deviceText(device, CL_DRIVER_VERSION),
        version,
        whyNot(device, name, version));
  }

  private static String whyNot(long device, String name, String version) {
    if (version.matches("OpenCL 1\\.[01]\\b.*") || version.isEmpty()) {
      return Texts.get("opencl.old", name, version);
    }
    if (ClInfo.deviceNumber(device, CL_DEVICE_AVAILABLE) == 0) {
      return Texts.get("opencl.off", name);
    }
    boolean compiles = ClInfo.deviceNumber(device, CL_DEVICE_COMPILER_AVAILABLE) != 0;
    return compiles ? "" : Texts.get("opencl.compiler", name);
  }

  private static void number(List<Found> found) {
    found.sort(
        Comparator.comparing((Found f) -> f.device().platform())
            .thenComparing(f -> f.device().name()));
    for (int i = 0; i < found.size(); i++) {
      Found f = found.get(i);
      OpenClDevice d = f.device();
      OpenClDevice named =
          new OpenClDevice(
              "opencl:" + i,
              d.name(),
              d.kind(),
              d.memory(),
              d.platform(),
              d.driver(),
              d.version(),
              d.reason());
      found.set(i, new Found(named, f.platform(), f.handle()));
    }
  }
}
