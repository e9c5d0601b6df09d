package org.inferscope.model.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Devices to choose from, and what could not be read of the file that they are from.
 *
 * @param devices in the order of the file
 * @param problems a sentence for each row that was left out, naming the row and the column
 */
public record DeviceCatalogue(List<DeviceSpec> devices, List<String> problems) {
  private static final String NOTEBOOK = "a100-notebook";

  /** Copies the lists. */
  public DeviceCatalogue {
    devices = List.copyOf(devices);
    problems = List.copyOf(problems);
  }

  /** The device of that id. */
  public Optional<DeviceSpec> byId(String id) {
    return devices.stream().filter(device -> device.id().equals(id)).findFirst();
  }

  /** The A100 with the figures that the notebook rounds to: 312 TFLOP/s in FP16, 2 TB/s. */
  public DeviceSpec notebook() {
    return byId(NOTEBOOK).orElseThrow(() -> new IllegalStateException("no " + NOTEBOOK));
  }

  /** This catalogue followed by another's devices; of two with one id the other's counts. */
  public DeviceCatalogue with(DeviceCatalogue own) {
    List<DeviceSpec> all = new ArrayList<>();
    devices.stream().filter(device -> own.byId(device.id()).isEmpty()).forEach(all::add);
    all.addAll(own.devices());
    List<String> said = new ArrayList<>(problems);
    said.addAll(own.problems());
    return new DeviceCatalogue(all, said);
  }
}
