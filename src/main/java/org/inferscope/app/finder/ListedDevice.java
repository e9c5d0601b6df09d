package org.inferscope.app.finder;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.cuda.CudaCard;
import org.inferscope.compute.cuda.CudaGate;
import org.inferscope.compute.cuda.CudaReport;

/**
 * A device as the listing process tells of it, a line of JSON each.
 *
 * @param id what {@code inferscope worker --device} and the service call it
 * @param name what the hardware calls itself
 * @param backend what would drive it
 * @param memory bytes; 0 if not known
 * @param reason why it cannot be used, as a sentence; empty if it can
 */
public record ListedDevice(
    String id, String name, DeviceKind kind, String backend, long memory, String reason) {
  private static final Gson GSON = new Gson();
  private static final String CUDA = "cuda:";
  private static final String ND4J = "ND4J CUDA";

  /** A device with what is known of it. */
  public static ListedDevice of(Device device, String reason) {
    return new ListedDevice(
        device.id(), device.name(), device.kind(), device.backend(), device.memory(), reason);
  }

  /** NVIDIA's cards, with what ND4J can make of them. */
  public static List<ListedDevice> cards(CudaReport report, CudaGate gate) {
    return report.cards().stream().map(card -> card(card, gate.verdict(report, card))).toList();
  }

  private static ListedDevice card(CudaCard card, CudaGate.Verdict verdict) {
    String reason = verdict.isUsable() ? "" : verdict.reason();
    return new ListedDevice(
        CUDA + card.index(), card.name(), DeviceKind.GPU, ND4J, card.memory(), reason);
  }

  /** Whether ND4J drives it. */
  boolean isCuda() {
    return id.startsWith(CUDA);
  }

  /** What comes after the colon of its id. */
  String number() {
    return id.substring(id.indexOf(':') + 1);
  }

  Device device() {
    return new Device(id, name, kind, backend, memory);
  }

  /** All of it as one line of JSON, without a line's end. */
  public String toLine() {
    return GSON.toJson(this);
  }

  /** Reads what {@link #toLine} wrote; empty for anything else. */
  static Optional<ListedDevice> ofLine(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(GSON.fromJson(line, ListedDevice.class))
          .filter(ListedDevice::isWhole);
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  /** Gson leaves out what is not in the line, whatever the types say. */
  private boolean isWhole() {
    return Stream.of(id, name, kind, backend, reason).allMatch(Objects::nonNull);
  }
}
