package org.inferscope.compute.opencl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.inferscope.compute.Backend;

/** The OpenCL device that tests run on, where there is one. */
public final class OpenClTests {
  private static final Path CACHE = folder();
  private static final Optional<OpenClLoader> LOADER = loader();

  private OpenClTests() {}

  private static Optional<OpenClLoader> loader() {
    return OpenClDevices.list().devices().stream()
        .filter(OpenClDevice::usable)
        .findFirst()
        .map(device -> new OpenClLoader(device, CACHE.resolve("inferscope/opencl")));
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("inferscope-opencl");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What to give to a process that is to use what was found to suit the device, and compiled for
   * it, in this one: either takes many seconds.
   */
  public static Map<String, String> caches() {
    Map<String, String> system = System.getenv();
    Path usual = Path.of(System.getProperty("user.home"), ".cache");
    String home = system.getOrDefault("XDG_CACHE_HOME", usual.toString());
    return Map.of(
        "XDG_CACHE_HOME",
        CACHE.toString(),
        "POCL_CACHE_DIR",
        system.getOrDefault("POCL_CACHE_DIR", home + "/pocl"));
  }

  /** Whether the suites have a device to run on. */
  public static boolean present() {
    return LOADER.isPresent();
  }

  /** The device's backend, without the self-test: the suites test more. */
  public static Backend open() {
    return backend();
  }

  static OpenClLoader loaderOf(Path cache) {
    return new OpenClLoader(OpenClDevices.list().devices().get(0), cache);
  }

  static OpenClBackend backend() {
    return LOADER.orElseThrow().open(false);
  }
}
