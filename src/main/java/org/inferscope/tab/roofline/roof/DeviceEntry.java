package org.inferscope.tab.roofline.roof;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * What a person has typed about a device: its texts, what is wrong with each, and the device where
 * nothing is. Immutable, any thread.
 *
 * @param texts by field
 */
record DeviceEntry(Map<DeviceEntry.Field, String> texts) {
  private static final double TERA = 1e12;
  private static final double GIGA = 1e9;

  /** Later than any device there will be for a while. */
  private static final int LAST_YEAR = 2100;

  private static final int FIRST_YEAR = 1940;

  DeviceEntry {
    texts = Map.copyOf(texts);
  }

  /** What is typed. */
  enum Field {
    NAME,
    YEAR,
    MEMORY,
    BANDWIDTH,
    FP32,
    TF32,
    FP16,
    BF16,
    FP8,
    INT8,
    INT4;

    /** The number format whose peak it is. */
    Optional<DType> dtype() {
      return switch (this) {
        case NAME, YEAR, MEMORY, BANDWIDTH -> Optional.empty();
        case FP32, TF32, FP16, BF16, FP8, INT8, INT4 -> Optional.of(DType.valueOf(name()));
      };
    }

    /** Its name on screen, with the unit. */
    String title() {
      return switch (this) {
        case NAME -> Texts.get("rooflineroof.form.name");
        case YEAR -> Texts.get("rooflineroof.form.year");
        case MEMORY -> Texts.get("rooflineroof.form.memory");
        case BANDWIDTH -> Texts.get("rooflineroof.form.bandwidth");
        case FP32, TF32, FP16, BF16, FP8, INT8, INT4 -> Texts.get("rooflineroof.form.peak", name());
      };
    }
  }

  /** The texts of a device that is there. */
  static DeviceEntry of(DeviceSpec device) {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    texts.put(Field.NAME, device.name());
    texts.put(Field.YEAR, device.year() == 0 ? "" : Integer.toString(device.year()));
    texts.put(Field.MEMORY, text(device.memoryGb()));
    texts.put(Field.BANDWIDTH, text(device.bandwidth() / GIGA));
    for (Field field : Field.values()) {
      field.dtype().ifPresent(d -> texts.put(field, text(device.peak(d).orElse(0) / TERA)));
    }
    return new DeviceEntry(texts);
  }

  private static String text(double figure) {
    if (figure == 0) {
      return "";
    }
    return figure == Math.rint(figure) ? Long.toString((long) figure) : Double.toString(figure);
  }

  private String typed(Field field) {
    return texts.getOrDefault(field, "").strip();
  }

  /** What is wrong, by field; empty where it is a device. */
  Map<Field, String> problems() {
    Map<Field, String> problems = new LinkedHashMap<>();
    if (typed(Field.NAME).isEmpty()) {
      problems.put(Field.NAME, Texts.get("rooflineroof.form.noName"));
    }
    checkYear(problems);
    for (Field field : Field.values()) {
      boolean isNumber = field != Field.NAME && field != Field.YEAR;
      if (isNumber && !typed(field).isEmpty() && number(field).isEmpty()) {
        problems.put(field, Texts.get("rooflineroof.form.noNumber", typed(field)));
      }
    }
    if (typed(Field.BANDWIDTH).isEmpty()) {
      problems.put(Field.BANDWIDTH, Texts.get("rooflineroof.form.noBandwidth"));
    }
    if (peaksTyped() == 0) {
      problems.put(Field.FP32, Texts.get("rooflineroof.form.noPeak"));
    }
    return problems;
  }

  private void checkYear(Map<Field, String> problems) {
    String year = typed(Field.YEAR);
    OptionalDouble number = number(Field.YEAR);
    boolean good =
        year.isEmpty()
            || (number.isPresent()
                && number.getAsDouble() == Math.rint(number.getAsDouble())
                && number.getAsDouble() >= FIRST_YEAR
                && number.getAsDouble() <= LAST_YEAR);
    if (!good) {
      problems.put(Field.YEAR, Texts.get("rooflineroof.form.noYear", year));
    }
  }

  private long peaksTyped() {
    return Arrays.stream(Field.values())
        .filter(field -> field.dtype().isPresent() && !typed(field).isEmpty())
        .count();
  }

  /** A number above 0; empty for anything else. */
  private OptionalDouble number(Field field) {
    try {
      double number = Double.parseDouble(typed(field).replace(',', '.'));
      return number > 0 && Double.isFinite(number)
          ? OptionalDouble.of(number)
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /**
   * The device.
   *
   * @param id its id
   * @throws IllegalArgumentException where there are {@link #problems}
   */
  DeviceSpec device(String id) {
    if (!problems().isEmpty()) {
      throw new IllegalArgumentException("not a device: " + problems());
    }
    Map<DType, Double> peaks = new EnumMap<>(DType.class);
    for (Field field : Field.values()) {
      field.dtype().ifPresent(d -> number(field).ifPresent(peak -> peaks.put(d, peak * TERA)));
    }
    return new DeviceSpec(
        id,
        typed(Field.NAME),
        (int) number(Field.YEAR).orElse(0),
        number(Field.MEMORY).orElse(0),
        number(Field.BANDWIDTH).orElseThrow() * GIGA,
        peaks,
        Map.of(),
        "",
        "");
  }

  /** The ridge point of the widest format that has a peak, as one types: "156 FLOP/byte, FP16". */
  String ridge() {
    if (!problems().isEmpty()) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    for (Field field : Field.values()) {
      if (field.dtype().isPresent() && number(field).isPresent()) {
        double ridge =
            number(field).getAsDouble() * TERA / (number(Field.BANDWIDTH).orElseThrow() * GIGA);
        words
            .append(words.isEmpty() ? "" : ", ")
            .append(Texts.get("rooflineroof.form.ridge", Numbers.cell(ridge), field.name()));
      }
    }
    return words.toString();
  }
}
