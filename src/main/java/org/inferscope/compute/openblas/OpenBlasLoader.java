package org.inferscope.compute.openblas;

import java.util.Properties;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Cpu;
import org.inferscope.compute.CpuKernels;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/**
 * Loads OpenBLAS: 0.15 s, twice that when its library has to be unpacked first. It has not where
 * {@link #LIBRARY_PATH} says in which folder it lies.
 */
public final class OpenBlasLoader implements BackendLoader {
  /** The id of the device this backend computes on. */
  public static final String ID = "openblas";

  /**
   * The property of the folder that OpenBLAS's libraries are loaded from, if they were unpacked
   * there by whoever installed them.
   */
  public static final String LIBRARY_PATH = "inferscope.openblas.path";

  /**
   * The property of the folder to unpack them into, should they not be installed and the user's
   * home have no room. It need not exist; where it does, it must be the user's alone. Without the
   * property there is no such folder.
   */
  public static final String SPARE_PATH = "inferscope.openblas.spare";

  /** Twice what its libraries take. */
  private static final long ROOM = 100L << 20;

  private final Device device =
      new Device(ID, Cpu.name(), DeviceKind.CPU, openblas_nolapack.OPENBLAS_VERSION.strip());

  @Override
  public Device device() {
    return device;
  }

  private final CpuKernels kernels;

  /** A loader of a backend whose own loops are plain Java. */
  public OpenBlasLoader() {
    this(CpuKernels.plain());
  }

  /** A loader of a backend with loops of the caller's choice, quicker with vectors. */
  public OpenBlasLoader(CpuKernels kernels) {
    this.kernels = kernels;
  }

  /** The errors of loading native code, such as UnsatisfiedLinkError, are left as they are. */
  @Override
  public Backend load() {
    InstalledLibraries.prefer(System.getProperties());
    liftJavaCppsLimits();
    unpack(System.getProperties());
    // Here and never again: it searches the disk for libraries each time, for half a millisecond.
    openblas_nolapack.blas_set_num_threads(1);
    return new OpenBlasBackend(device, threads(), kernels);
  }

  /** One thread a physical core, unless the process was given fewer. */
  private static int threads() {
    return Math.max(1, Math.min(Loader.totalCores(), Runtime.getRuntime().availableProcessors()));
  }

  private static void unpack(Properties properties) {
    UnpackingPlace place = new UnpackingPlace(properties);
    if (properties.getProperty(LIBRARY_PATH) == null) {
      place.prefer(properties, ROOM);
      if (!place.isSafe()) {
        throw new InferscopeException(noRoom(place));
      }
    }
    try {
      // By name first, since its failure tells more than that of the first call.
      Loader.load(openblas_nolapack.class);
    } catch (LinkageError e) {
      if (place.hasRoom(ROOM)) {
        throw e;
      }
      throw new InferscopeException(noRoom(place), e);
    }
  }

  private static String noRoom(UnpackingPlace place) {
    return Texts.get("compute.load.noRoom", place.home(), place.spare());
  }

  /**
   * JavaCPP refuses memory beyond the size of the Java heap, and counts mapped files in; weights
   * are kept outside the heap on purpose. A limit given on Java's command line stays.
   */
  private static void liftJavaCppsLimits() {
    for (String limit : new String[] {"maxBytes", "maxPhysicalBytes"}) {
      String property = "org.bytedeco.javacpp." + limit;
      if (System.getProperty(property) == null) {
        System.setProperty(property, "0");
      }
    }
  }
}
