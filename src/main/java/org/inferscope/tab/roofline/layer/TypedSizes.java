package org.inferscope.tab.roofline.layer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * What is typed in all fields at once, read: either sizes that hold together, or a sentence for
 * each field that does not.
 *
 * @param state with what was typed; as before where something does not hold
 * @param problems by field; empty where all is well
 */
record TypedSizes(RooflineState state, Map<LayerField, String> problems) {
  /** Copies the map. */
  TypedSizes {
    problems = Map.copyOf(problems);
  }

  /**
   * Reads what is typed. Where there were as many heads of keys and values as heads, and only the
   * heads are typed anew, those of keys and values follow.
   *
   * @param now what is in force
   * @param texts by field; a field that is missing keeps its number
   */
  static TypedSizes read(RooflineState now, Map<LayerField, String> texts) {
    Map<LayerField, Integer> numbers = new EnumMap<>(LayerField.class);
    Map<LayerField, String> problems = new EnumMap<>(LayerField.class);
    for (LayerField field : LayerField.values()) {
      int old = field.value(now);
      String text = texts.getOrDefault(field, Integer.toString(old));
      OptionalInt number = number(text, field);
      numbers.put(field, number.orElse(old));
      if (number.isEmpty()) {
        problems.put(field, outOfRange(field, text));
      }
    }
    followHeads(now, numbers);
    TransformerSpec spec = now.spec();
    if (problems.isEmpty()) {
      checkDivisions(numbers, problems);
    }
    return problems.isEmpty()
        ? new TypedSizes(now.with(spec(spec, numbers)).with(work(now, numbers)), problems)
        : new TypedSizes(now, problems);
  }

  private static int of(Map<LayerField, Integer> numbers, LayerField field) {
    return Objects.requireNonNull(numbers.get(field), "every field has a number");
  }

  private static OptionalInt number(String text, LayerField field) {
    try {
      // Thousands separators as they are shown elsewhere, or spaces.
      int number = Integer.parseInt(text.replaceAll("[,\\s\u00a0\u202f]", ""));
      return number >= field.min() && number <= field.max()
          ? OptionalInt.of(number)
          : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static String outOfRange(LayerField field, String text) {
    return Texts.get(
        "rooflinelayer.bad.range",
        field.title(),
        Numbers.count(field.min()),
        Numbers.count(field.max()),
        text);
  }

  private static void followHeads(RooflineState now, Map<LayerField, Integer> numbers) {
    boolean wereOneEach = now.spec().heads() == now.spec().kvHeads();
    if (wereOneEach && of(numbers, LayerField.KV_HEADS) == now.spec().kvHeads()) {
      numbers.put(LayerField.KV_HEADS, of(numbers, LayerField.HEADS));
    }
  }

  private static void checkDivisions(
      Map<LayerField, Integer> numbers, Map<LayerField, String> problems) {
    int hidden = of(numbers, LayerField.HIDDEN);
    int heads = of(numbers, LayerField.HEADS);
    int kvHeads = of(numbers, LayerField.KV_HEADS);
    if (hidden % heads != 0) {
      problems.put(
          LayerField.HEADS,
          Texts.get("rooflinelayer.bad.heads", Numbers.count(heads), Numbers.count(hidden)));
    }
    if (heads % kvHeads != 0) {
      problems.put(
          LayerField.KV_HEADS,
          Texts.get("rooflinelayer.bad.kvHeads", Numbers.count(kvHeads), Numbers.count(heads)));
    }
  }

  private static TransformerSpec spec(TransformerSpec old, Map<LayerField, Integer> numbers) {
    return new TransformerSpec(
        of(numbers, LayerField.LAYERS),
        of(numbers, LayerField.HIDDEN),
        of(numbers, LayerField.HEADS),
        of(numbers, LayerField.KV_HEADS),
        of(numbers, LayerField.FFN),
        old.gated(),
        of(numbers, LayerField.VOCABULARY),
        old.tied(),
        old.positions());
  }

  private static Workload work(RooflineState now, Map<LayerField, Integer> numbers) {
    return new Workload(
        now.work().phase(),
        of(numbers, LayerField.SEQUENCE),
        of(numbers, LayerField.BATCH),
        of(numbers, LayerField.CACHED));
  }
}
