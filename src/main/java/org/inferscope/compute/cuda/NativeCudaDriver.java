package org.inferscope.compute.cuda;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The driver itself. JNA writes the arrays' contents back, and a {@code size_t} has 64 bits. */
interface NativeCudaDriver extends CudaDriver, Library {

  /**
   * Loads the driver's library.
   *
   * @return empty where there is none
   * @throws LinkageError if nothing native can be called from here
   */
  static Optional<CudaDriver> load() {
    Logger log = LoggerFactory.getLogger(NativeCudaDriver.class);
    // Loads JNA's own library first: what fails here has nothing to do with the driver.
    log.debug("Pointers have {} bytes", Native.POINTER_SIZE);
    try {
      String library = Platform.isWindows() ? "nvcuda" : "libcuda.so.1";
      return Optional.of(Native.load(library, NativeCudaDriver.class));
    } catch (UnsatisfiedLinkError e) {
      log.info("No driver of NVIDIA's: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
