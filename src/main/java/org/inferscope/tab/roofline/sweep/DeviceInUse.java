package org.inferscope.tab.roofline.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.JobContext;
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
   * @param job what is measured is named by its backend, whatever was ordered; hears if that is
   *     lost, while the others are measured on
   */
  static List<MatmulImpl> in(List<MatmulImpl> ordered, JobContext job) {
    List<MatmulImpl> all = new ArrayList<>();
    for (MatmulImpl impl : ordered) {
      MatmulImpl usable = impl instanceof DeviceInUse ? new Lent(job) : impl;
      if (all.stream().noneMatch(each -> each.id().equals(usable.id()))) {
        all.add(usable);
      }
    }
    return all;
  }

  /** On a job's backend. */
  private static final class Lent implements MatmulImpl {
    private final MatmulImpl products;
    private final JobContext job;

    Lent(JobContext job) {
      this.job = job;
      products = BackendMatmul.lent(job.backend());
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
      return watched(() -> new Watched(products.prepare(m, k, n)));
    }

    private <T> T watched(Supplier<T> work) {
      try {
        return work.get();
      } catch (DeviceLostException e) {
        job.lost(e);
        throw e;
      }
    }

    /** A product that tells if the device is lost. */
    private final class Watched implements Product {
      private final Product product;

      Watched(Product product) {
        this.product = product;
      }

      @Override
      public void run(int rows, Runnable checkpoint) {
        watched(
            () -> {
              product.run(rows, checkpoint);
              return true;
            });
      }

      @Override
      public long nanos(int rows, int runs, LongSupplier clock, Runnable checkpoint) {
        return watched(() -> product.nanos(rows, runs, clock, checkpoint));
      }

      @Override
      public float[] result() {
        return watched(product::result);
      }

      @Override
      public void close() {
        product.close();
      }
    }
  }
}
