package org.inferscope.model.matmul;

import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.inferscope.model.hardware.DeviceCatalogue;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.hardware.Roof.Bound;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * What a product of some shape costs in one number format on one device, at its published peaks: no
 * real program reaches them. Immutable; any thread.
 *
 * @param count the shape, and what is counted from it
 * @param dtype number format of A, B and C
 * @param device where it would run
 */
public record MatmulCost(FlopCount count, DType dtype, DeviceSpec device) {
  private static final double MILLIS = 1e3;

  /** Needs all three. */
  public MatmulCost {
    Objects.requireNonNull(count, "count");
    Objects.requireNonNull(dtype, "dtype");
    Objects.requireNonNull(device, "device");
  }

  /** The notebook's example: (512, 4096) @ (4096, 11008) in FP16 on its A100. */
  public static MatmulCost notebook(DeviceCatalogue devices) {
    return new MatmulCost(new FlopCount(512, 4096, 11008), DType.FP16, devices.notebook());
  }

  /**
   * The value of a figure in its base unit: seconds, bytes, FLOPs, or their quotients. Empty when
   * it needs the device's peak and there is none for this number format.
   */
  public OptionalDouble value(Quantity quantity) {
    return switch (quantity) {
      case M -> OptionalDouble.of((double) count.m());
      case K -> OptionalDouble.of((double) count.k());
      case N -> OptionalDouble.of((double) count.n());
      case MULTIPLIES, ADDS, FLOPS, BYTES -> OptionalDouble.of(exact(quantity).doubleValue());
      case BYTES_PER_NUMBER -> OptionalDouble.of(dtype.bytes());
      case INTENSITY -> OptionalDouble.of(count.intensity(dtype));
      case PEAK -> device.peak(dtype);
      case BANDWIDTH -> OptionalDouble.of(device.bandwidth());
      case COMPUTE_TIME -> overPeak(count.flops().doubleValue());
      case MEMORY_TIME -> OptionalDouble.of(count.bytes(dtype).doubleValue() / device.bandwidth());
      case RIDGE_POINT -> ridgePoint();
    };
  }

  private BigInteger exact(Quantity quantity) {
    return switch (quantity) {
      case MULTIPLIES -> count.multiplies();
      case ADDS -> count.adds();
      case FLOPS -> count.flops();
      case BYTES -> count.bytes(dtype);
      default -> throw new IllegalArgumentException(quantity + " is not a count");
    };
  }

  private OptionalDouble overPeak(double flops) {
    OptionalDouble peak = device.peak(dtype);
    return peak.isEmpty() ? peak : OptionalDouble.of(flops / peak.getAsDouble());
  }

  private OptionalDouble ridgePoint() {
    return Roof.of(device, dtype).stream().mapToDouble(Roof::ridge).findFirst();
  }

  /** Which of the two times is longer; empty without a peak. */
  public Optional<Bound> bound() {
    return Roof.of(device, dtype).map(roof -> roof.bound(count.intensity(dtype)));
  }

  /** One sentence on what bounds the product, or why that can't be said. */
  public String verdict() {
    Optional<Bound> bound = bound();
    if (bound.isEmpty()) {
      return Texts.get("matmulmodel.flop.noPeak", device.name(), dtype.label());
    }
    String intensity = Numbers.significant(count.intensity(dtype));
    String ridge = Numbers.significant(ridgePoint().orElseThrow());
    return bound.get() == Bound.COMPUTE
        ? Texts.get("matmulmodel.flop.computeBound", intensity, ridge)
        : Texts.get("matmulmodel.flop.memoryBound", intensity, ridge);
  }

  /**
   * A figure as shown, with its unit: counts in full ("46,170,898,432"), times in milliseconds
   * ("0.1480 ms"). A dash where the device has no peak for the number format.
   */
  public String text(Quantity quantity) {
    OptionalDouble value = value(quantity);
    if (value.isEmpty()) {
      return "–";
    }
    double x = value.getAsDouble();
    return switch (quantity) {
      case M, K, N -> Numbers.count((long) x);
      case MULTIPLIES, ADDS, FLOPS, BYTES -> Numbers.count(exact(quantity));
      case BYTES_PER_NUMBER -> Numbers.cell(x);
      case INTENSITY, RIDGE_POINT -> Texts.get("matmulmodel.flop.perByte", Numbers.significant(x));
      case PEAK -> Numbers.si(x, "FLOP/s");
      case BANDWIDTH -> Numbers.si(x, "B/s");
      case COMPUTE_TIME, MEMORY_TIME ->
          Texts.get("matmulmodel.flop.millis", Numbers.significant(x * MILLIS));
    };
  }

  /** FLOPs with a prefix: "46.17 GFLOPs". */
  public String flopsShort() {
    return Numbers.si(count.flops().doubleValue(), "FLOPs");
  }

  /** Bytes with a prefix: "105.6 MB". */
  public String bytesShort() {
    return Numbers.bytes(count.bytes(dtype).doubleValue());
  }

  /** The shape as the notebook writes it: "(512, 4096) @ (4096, 11008)". */
  public String shapeText() {
    return "(%d, %d) @ (%d, %d)".formatted(count.m(), count.k(), count.k(), count.n());
  }
}
