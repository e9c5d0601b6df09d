package org.inferscope.tab.roofline.sweep;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Device;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.bench.BackendMatmul;
import org.inferscope.text.Texts;

/**
 * The compute device that jobs run on, where it is none of the other implementations: named by what
 * drives it and by its own name. Its backend is the service's, so it can compute only inside a job,
 * as {@link #in} makes it.
 */
record DeviceInUse(Device device) implements MatmulImpl {

  @Override
  public String name() {
    return nameOf(device);
  }

  private static String nameOf(Device device) {
    return Texts.get("rooflinesweep.device.name", device.backend(), device.name());
  }

  @Override
  public Product prepare(int m, int k, int n) {
    throw new IllegalStateException(device.id() + " computes only inside a job");
  }

  /**
   * The implementations as they can be measured in a job.
   *
   * @param backend what the job runs on; what is measured is named by it, whatever was ordered
   */
  static List<MatmulImpl> in(List<MatmulImpl> ordered, Backend backend) {
    List<MatmulImpl> all = new ArrayList<>();
    for (MatmulImpl impl : ordered) {
      MatmulImpl usable = impl instanceof DeviceInUse ? new Lent(backend) : impl;
      if (all.stream().noneMatch(each -> each.id().equals(usable.id()))) {
        all.add(usable);
      }
    }
    return all;
  }

  /** On a job's backend. */
  private static final class Lent implements MatmulImpl {
    private final MatmulImpl products;

    Lent(Backend backend) {
      products = BackendMatmul.lent(backend);
    }

    @Override
    public Device device() {
      return products.device();
    }

    @Override
    public String name() {
      return nameOf(device());
    }

    @Override
    public Product prepare(int m, int k, int n) {
      return products.prepare(m, k, n);
    }
  }
}
