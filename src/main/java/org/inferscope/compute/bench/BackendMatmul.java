package org.inferscope.compute.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.MatmulOperands;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.text.Texts;

/**
 * A backend's products. Each {@link #prepare} makes the backend anew and its product closes it, so
 * that nothing stays on the device between two measurements; a lent backend is left as it is.
 */
public final class BackendMatmul implements MatmulImpl {
  /** What a slow backend does between two checkpoints: some tens of milliseconds. */
  private static final double FEW_FLOPS = 5e7;

  private final Device device;
  private final Callable<Backend> maker;
  private final double flopsAtOnce;
  private final Consumer<Backend> done;

  private BackendMatmul(
      Device device, Callable<Backend> maker, double flopsAtOnce, Consumer<Backend> done) {
    this.device = device;
    this.maker = maker;
    this.flopsAtOnce = flopsAtOnce;
    this.done = done;
  }

  /** Products that the backend computes in one go; quick ones, since nothing stops them halfway. */
  public static BackendMatmul whole(Device device, Callable<Backend> maker) {
    return new BackendMatmul(device, maker, Double.POSITIVE_INFINITY, Backend::close);
  }

  /** Products of a slow backend, computed a few rows at a time so that they can be stopped. */
  public static BackendMatmul byRows(Device device, Callable<Backend> maker) {
    return new BackendMatmul(device, maker, FEW_FLOPS, Backend::close);
  }

  /** Products of a backend that is somebody else's, and stays open. */
  public static BackendMatmul lent(Backend backend) {
    return new BackendMatmul(
        backend.device(), () -> backend, Double.POSITIVE_INFINITY, lender -> {});
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public Product prepare(int m, int k, int n) {
    Backend backend = load();
    try {
      return new BackendProduct(backend, new MatmulSize(m, k, n));
    } catch (RuntimeException | Error e) {
      done.accept(backend);
      throw e;
    }
  }

  private Backend load() {
    try {
      return maker.call();
    } catch (InferscopeException e) {
      throw e;
    } catch (LinkageError e) {
      throw new InferscopeException(Texts.get("compute.load.native", name(), detail(e)), e);
    } catch (Exception e) {
      throw new InferscopeException(Texts.get("compute.load.failed", name(), detail(e)), e);
    }
  }

  private static String detail(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** a [M, K] x b [K, N] -> c [M, N] in the backend's memory. */
  private final class BackendProduct implements Product {
    private final Backend backend;
    private final MatmulSize size;
    private final List<DeviceTensor> held = new ArrayList<>();
    private final DeviceTensor a;
    private final DeviceTensor b;
    private final DeviceTensor c;

    BackendProduct(Backend backend, MatmulSize size) {
      this.backend = backend;
      this.size = size;
      boolean fits = false;
      try {
        a = hold(backend.upload(MatmulOperands.left(size.m(), size.k())));
        b = hold(backend.upload(MatmulOperands.right(size.k(), size.n())));
        c = hold(backend.allocate((long) size.m() * size.n()));
        fits = true;
      } finally {
        if (!fits) {
          // A lent backend stays open, and would keep what did fit.
          free();
        }
      }
    }

    private DeviceTensor hold(DeviceTensor tensor) {
      held.add(tensor);
      return tensor;
    }

    private void free() {
      held.forEach(DeviceTensor::close);
    }

    @Override
    public void run(int rows, Runnable checkpoint) {
      int most = (int) Math.max(1, Math.min(rows, flopsAtOnce / 2 / size.k() / size.n()));
      for (int first = 0; first < rows; first += most) {
        checkpoint.run();
        multiply(first, Math.min(most, rows - first));
      }
      backend.synchronize();
    }

    private void multiply(int first, int rows) {
      backend.gemm(
          1,
          new MatrixView(a, (long) first * size.k(), rows, size.k(), size.k()),
          Layout.PLAIN,
          MatrixView.of(b, size.k(), size.n()),
          Layout.PLAIN,
          0,
          new MatrixView(c, (long) first * size.n(), rows, size.n(), size.n()));
    }

    @Override
    public float[] result() {
      return backend.download(c);
    }

    @Override
    public void close() {
      free();
      done.accept(backend);
    }
  }
}
