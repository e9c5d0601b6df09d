package org.inferscope.tab.matmul;

import org.inferscope.model.hardware.DeviceCatalogue;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.model.matmul.FlopCount;
import org.inferscope.model.matmul.MatmulCost;
import org.inferscope.tensor.DType;

/**
 * What is asked of the calculator for big shapes.
 *
 * @param m rows of A and C
 * @param k columns of A, rows of B
 * @param n columns of B and C
 * @param dtype number format
 * @param deviceId a device of the packaged list; one that is not in it stands for the notebook's
 */
record CalculatorInputs(long m, long k, long n, DType dtype, String deviceId) {
  /** The notebook's example. */
  static CalculatorInputs opening(DeviceCatalogue devices) {
    MatmulCost cost = MatmulCost.notebook(devices);
    FlopCount count = cost.count();
    return new CalculatorInputs(count.m(), count.k(), count.n(), cost.dtype(), cost.device().id());
  }

  /** The cost of that product. */
  MatmulCost cost(DeviceCatalogue devices) {
    DeviceSpec device = devices.byId(deviceId).orElseGet(devices::notebook);
    return new MatmulCost(new FlopCount(m, k, n), dtype, device);
  }
}
