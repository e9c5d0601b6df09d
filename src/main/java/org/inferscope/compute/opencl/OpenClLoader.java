package org.inferscope.compute.opencl;

import java.nio.file.Path;
import java.util.List;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.opencl.OpenClDevices.Found;
import org.inferscope.text.Texts;

/**
 * Opens an OpenCL device: compiles the kernels, tests them, and finds the tiles that suit it if
 * that is not known yet.
 */
public final class OpenClLoader implements BackendLoader {
  private final OpenClDevice wanted;
  private final Path cache;

  /**
   * A loader of a device that was listed.
   *
   * @param cache the folder in which what suits the device is kept; made if it is not there
   */
  public OpenClLoader(OpenClDevice wanted, Path cache) {
    this.wanted = wanted;
    this.cache = cache;
  }

  @Override
  public Device device() {
    return wanted.device();
  }

  /** Processors are opened when someone asks: there is a quicker backend for them. */
  @Override
  public boolean onDemand() {
    return !preferred();
  }

  @Override
  public boolean preferred() {
    return wanted.kind() == DeviceKind.GPU;
  }

  @Override
  public Backend load() {
    return open(true);
  }

  /** As {@link #load}, and without the self-test if the caller tests more than that. */
  OpenClBackend open(boolean tested) {
    if (!wanted.usable()) {
      throw new InferscopeException(wanted.reason());
    }
    Found found =
        OpenClDevices.find(wanted)
            .orElseThrow(() -> new InferscopeException(Texts.get("opencl.gone", wanted.name())));
    Limits limits = Limits.of(found.handle());
    List<TileShape> shapes = TileShape.ALL.stream().filter(s -> s.fits(limits)).toList();
    String source = ClProgram.source(limits, shapes);
    ClQueue queue = new ClQueue(found);
    boolean good = false;
    try {
      OpenClBackend backend = open(found, queue, limits, shapes, source);
      good = true;
      if (tested) {
        test(backend);
      }
      return backend;
    } finally {
      if (!good) {
        queue.close();
      }
    }
  }

  private OpenClBackend open(
      Found found, ClQueue queue, Limits limits, List<TileShape> shapes, String source) {
    ClProgram program = ClProgram.build(queue.context(), found.handle(), wanted.name(), source);
    boolean good = false;
    try {
      TileChoice untuned = TileChoice.untuned(shapes);
      Products products = new Products(queue, program, limits, untuned);
      TuningFile file = new TuningFile(cache, found.device(), source, shapes);
      products.use(file.read().orElseGet(() -> tune(file, queue, products, shapes, untuned)));
      RowKernels rows = new RowKernels(queue, program, limits);
      good = true;
      return new OpenClBackend(device(), queue, program, products, rows);
    } finally {
      if (!good) {
        program.close();
      }
    }
  }

  /** A backend that fails is closed. */
  private static void test(OpenClBackend backend) {
    boolean good = false;
    try {
      SelfTest.check(backend);
      good = true;
    } finally {
      if (!good) {
        backend.close();
      }
    }
  }

  private static TileChoice tune(
      TuningFile file,
      ClQueue queue,
      Products products,
      List<TileShape> shapes,
      TileChoice untuned) {
    TileChoice choice = new Tuning(queue, products, shapes).run(untuned);
    file.write(choice);
    return choice;
  }
}
