package org.inferscope.compute.opencl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.inferscope.compute.Backend;

/** The OpenCL device that tests run on, where there is one. */
public final class OpenClTests {
  private static final Optional<OpenClLoader> LOADER = loader();

  private OpenClTests() {}

  private static Optional<OpenClLoader> loader() {
    return OpenClDevices.list().devices().stream()
        .filter(OpenClDevice::usable)
        .findFirst()
        .map(device -> new OpenClLoader(device, folder()));
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
