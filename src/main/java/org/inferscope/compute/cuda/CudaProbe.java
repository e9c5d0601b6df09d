package org.inferscope.compute.cuda;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.inferscope.compute.cuda.CudaReport.State;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks NVIDIA's driver which cards there are. It loads the driver into this process, which may hang
 * or end there: call it in a process made for it, once.
 */
public final class CudaProbe {
  private static final Logger LOG = LoggerFactory.getLogger(CudaProbe.class);

  // Of CUdevice_attribute in cuda.h.
  private static final int CAPABILITY_MAJOR = 75;
  private static final int CAPABILITY_MINOR = 76;

  private static final int LONGEST_NAME = 256;

  private CudaProbe() {}

  /** What the driver of this machine says; whatever is wrong is told in the report. */
  public static CudaReport report() {
    return report(NativeCudaDriver::load);
  }

  static CudaReport report(Supplier<Optional<CudaDriver>> loader) {
    try {
      return loader.get().map(CudaProbe::ask).orElseGet(CudaReport::noDriver);
    } catch (DriverError e) {
      LOG.info("The driver gives an error", e);
      return CudaReport.failed(e.getMessage());
    } catch (LinkageError e) {
      LOG.warn("The driver cannot be called", e);
      return CudaReport.failed(Texts.get("cuda.notCallable", String.valueOf(e.getMessage())));
    }
  }

  private static CudaReport ask(CudaDriver driver) {
    int[] number = new int[1];
    int begun = driver.cuInit(0);
    int version = driver.cuDriverGetVersion(number) == 0 ? number[0] : 0;
    if (begun == CudaErrors.NO_DEVICE) {
      return noDevice(version);
    }
    check("cuInit", begun);
    check("cuDeviceGetCount", driver.cuDeviceGetCount(number));
    if (number[0] <= 0) {
      return noDevice(version);
    }
    List<CudaCard> cards = new ArrayList<>();
    int count = number[0];
    for (int i = 0; i < count; i++) {
      cards.add(card(driver, i));
    }
    return new CudaReport(State.FOUND, "", version, cards);
  }

  private static CudaReport noDevice(int version) {
    return new CudaReport(State.NO_DEVICE, Texts.get("cuda.noDevice"), version, List.of());
  }

  private static CudaCard card(CudaDriver driver, int index) {
    int[] device = new int[1];
    check("cuDeviceGet", driver.cuDeviceGet(device, index));
    byte[] name = new byte[LONGEST_NAME];
    check("cuDeviceGetName", driver.cuDeviceGetName(name, name.length, device[0]));
    long[] memory = new long[1];
    check("cuDeviceTotalMem", driver.cuDeviceTotalMem_v2(memory, device[0]));
    Capability capability =
        new Capability(
            attribute(driver, CAPABILITY_MAJOR, device[0]),
            attribute(driver, CAPABILITY_MINOR, device[0]));
    return new CudaCard(index, text(name), capability, memory[0]);
  }

  private static int attribute(CudaDriver driver, int which, int device) {
    int[] value = new int[1];
    check("cuDeviceGetAttribute", driver.cuDeviceGetAttribute(value, which, device));
    return Math.max(0, value[0]);
  }

  private static String text(byte[] name) {
    int end = 0;
    while (end < name.length && name[end] != 0) {
      end++;
    }
    return new String(name, 0, end, StandardCharsets.UTF_8).strip();
  }

  private static void check(String call, int code) {
    if (code != 0) {
      throw new DriverError(CudaErrors.sentence(call, code));
    }
  }

  /** A call that gave an error; its message is a sentence. */
  private static final class DriverError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DriverError(String sentence) {
      super(sentence);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
