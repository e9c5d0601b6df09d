package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.io.hardware.DeviceFile;
import org.inferscope.compute.Registration;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.model.hardware.DeviceCatalogue;
import org.inferscope.tensor.DType;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the figures of a batch: the number format, and whether the roofline is shown and
 * of which device. Neither undone nor saved in lessons. Confined to one thread.
 */
final class RooflineChoice {
  /** The formats that there are published peaks for. */
  static final List<DType> FORMATS = List.of(DType.FP32, DType.FP16, DType.INT8);

  private final Runnable changed;
  private final List<Runnable> revealListeners = new ArrayList<>();
  private DType dtype = DType.FP16;
  private boolean shown;
  private @Nullable DeviceCatalogue devices;
  private @Nullable DeviceSpec device;

  /**
   * @param changed is called after each change
   */
  RooflineChoice(Runnable changed) {
    this.changed = changed;
  }

  /** The format that bytes, intensity and peak are for. */
  DType dtype() {
    return dtype;
  }

  void setDtype(DType format) {
    if (format != dtype) {
      dtype = format;
      changed.run();
    }
  }

  boolean isShown() {
    return shown;
  }

  /** Shows the roofline, and asks for the panel that it is in; or hides it. */
  void show(boolean on) {
    shown = on;
    changed.run();
    if (on) {
      List.copyOf(revealListeners).forEach(Runnable::run);
    }
  }

  /** Calls the listener each time that the roofline is asked for. */
  Registration onReveal(Runnable listener) {
    revealListeners.add(listener);
    return () -> revealListeners.remove(listener);
  }

  /** What can be chosen from. */
  DeviceCatalogue devices() {
    DeviceCatalogue loaded = devices;
    if (loaded == null) {
      loaded = DeviceFile.packaged();
      devices = loaded;
    }
    return loaded;
  }

  /** The device whose roof is shown; the notebook's, unless told. */
  DeviceSpec device() {
    DeviceSpec chosen = device;
    return chosen == null ? devices().notebook() : chosen;
  }

  void setDevice(DeviceSpec other) {
    if (!other.equals(device())) {
      device = other;
      changed.run();
    }
  }
}
