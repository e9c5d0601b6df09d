package org.inferscope.remote;

import java.util.List;
import java.util.function.Consumer;
import org.inferscope.compute.Device;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.tensor.DType;

/**
 * Where whole models run: this process, a worker or a server. Belongs to one thread at a time;
 * every call waits until it is done.
 */
public interface ModelHost extends AutoCloseable {

  /** What it computes on. */
  Device device();

  /**
   * Opens a model and gets it ready.
   *
   * @param model a name or a folder, over there where it is a server
   * @param format how its weights are kept on the device
   * @return the caller's to close
   * @throws InferscopeException with the reason in words if that fails
   */
  HostedModel load(String model, DType format, Watch watch);

  /**
   * Measures products of matrices on the device.
   *
   * @param repetitions samples of each, at least 1
   * @param heard told of each result
   * @throws InferscopeException with the reason in words if that fails
   */
  void benchmark(
      List<MatmulSize> sizes, int repetitions, Consumer<MatmulResult> heard, Watch watch);

  /** Ends the connection, or closes the device. */
  @Override
  void close();
}
