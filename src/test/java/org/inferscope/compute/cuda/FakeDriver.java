package org.inferscope.compute.cuda;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A driver with cards of the test's choice, which gives errors where told to. */
final class FakeDriver implements CudaDriver {
  private static final int HANDLES_FROM = 40;

  private final List<CudaCard> cards = new ArrayList<>();
  private final Map<String, Integer> errors = new HashMap<>();
  private final int version;
  private boolean begun;

  FakeDriver(int version) {
    this.version = version;
  }

  FakeDriver with(String name, int major, int minor, long memory) {
    cards.add(new CudaCard(cards.size(), name, new Capability(major, minor), memory));
    return this;
  }

  FakeDriver failing(String call, int code) {
    errors.put(call, code);
    return this;
  }

  private int code(String call) {
    return errors.getOrDefault(call, begun || call.equals("cuDriverGetVersion") ? 0 : 3);
  }

  @Override
  public int cuInit(int flags) {
    begun = flags == 0;
    return code("cuInit");
  }

  @Override
  public int cuDriverGetVersion(int[] number) {
    number[0] = version;
    return code("cuDriverGetVersion");
  }

  @Override
  public int cuDeviceGetCount(int[] count) {
    count[0] = cards.size();
    return code("cuDeviceGetCount");
  }

  @Override
  public int cuDeviceGet(int[] device, int ordinal) {
    device[0] = HANDLES_FROM + ordinal;
    return code("cuDeviceGet");
  }

  private CudaCard card(int device) {
    return cards.get(device - HANDLES_FROM);
  }

  @Override
  public int cuDeviceGetName(byte[] name, int length, int device) {
    byte[] text = card(device).name().getBytes(StandardCharsets.UTF_8);
    System.arraycopy(text, 0, name, 0, text.length);
    return code("cuDeviceGetName");
  }

  @Override
  public int cuDeviceGetAttribute(int[] value, int attribute, int device) {
    Capability capability = card(device).capability();
    value[0] =
        switch (attribute) {
          case 75 -> capability.major();
          case 76 -> capability.minor();
          default -> throw new IllegalArgumentException("attribute " + attribute);
        };
    return code("cuDeviceGetAttribute");
  }

  @Override
  public int cuDeviceTotalMem_v2(long[] bytes, int device) {
    bytes[0] = card(device).memory();
    return code("cuDeviceTotalMem");
  }
}
