package org.inferscope.tab.gpt2.next;

import java.util.Locale;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.text.Texts;

/** A number of the sampling settings that is set with a slider or typed. */
enum Knob {
  /** What logits are divided by. */
  TEMPERATURE(195) {
    @Override
    double at(int notch) {
      return (notch + LEAST_HUNDREDTHS) / HUNDRED;
    }

    @Override
    int notch(double value) {
      return clamped(Math.round(value * HUNDRED) - LEAST_HUNDREDTHS);
    }

    @Override
    double value(SamplingSettings settings) {
      return settings.temperature();
    }

    @Override
    SamplingSettings with(SamplingSettings old, double value) {
      return new SamplingSettings(
          old.greedy(),
          value,
          old.topK(),
          old.topP(),
          old.minP(),
          old.repetitionPenalty(),
          old.seed());
    }

    @Override
    String title() {
      return Texts.get("gpt2next.knob.temperature");
    }

    @Override
    String tip() {
      return Texts.get("gpt2next.knob.temperature.tip");
    }
  },

  /** How many of the likeliest can be chosen; the slider's end is for all. */
  TOP_K(TopKNotches.COUNT - 1) {
    @Override
    double at(int notch) {
      return TopKNotches.number(notch);
    }

    @Override
    int notch(double value) {
      return TopKNotches.at((int) value);
    }

    @Override
    double value(SamplingSettings settings) {
      return settings.topK();
    }

    @Override
    SamplingSettings with(SamplingSettings old, double value) {
      return new SamplingSettings(
          old.greedy(),
          old.temperature(),
          (int) value,
          old.topP(),
          old.minP(),
          old.repetitionPenalty(),
          old.seed());
    }

    @Override
    String title() {
      return Texts.get("gpt2next.knob.topK");
    }

    @Override
    String tip() {
      return Texts.get("gpt2next.knob.topK.tip");
    }

    @Override
    double parse(String typed) {
      String text = plain(typed);
      if (text.equalsIgnoreCase(Texts.get("gpt2next.knob.all"))) {
        return 0;
      }
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new InferscopeException(Texts.get("gpt2next.knob.topK.bad", typed.strip()), e);
      }
    }

    @Override
    String text(double value) {
      return value == 0 ? Texts.get("gpt2next.knob.all") : Integer.toString((int) value);
    }
  },

  /** What the likeliest that can be chosen reach together. */
  TOP_P(99) {
    @Override
    double at(int notch) {
      return (notch + 1) / HUNDRED;
    }

    @Override
    int notch(double value) {
      return clamped(Math.round(value * HUNDRED) - 1);
    }

    @Override
    double value(SamplingSettings settings) {
      return settings.topP();
    }

    @Override
    SamplingSettings with(SamplingSettings old, double value) {
      return new SamplingSettings(
          old.greedy(),
          old.temperature(),
          old.topK(),
          value,
          old.minP(),
          old.repetitionPenalty(),
          old.seed());
    }

    @Override
    String title() {
      return Texts.get("gpt2next.knob.topP");
    }

    @Override
    String tip() {
      return Texts.get("gpt2next.knob.topP.tip");
    }
  },

  /** What part of the likeliest's probability a token needs. */
  MIN_P(100) {
    @Override
    double at(int notch) {
      return notch / HUNDRED;
    }

    @Override
    int notch(double value) {
      return clamped(Math.round(value * HUNDRED));
    }

    @Override
    double value(SamplingSettings settings) {
      return settings.minP();
    }

    @Override
    SamplingSettings with(SamplingSettings old, double value) {
      return new SamplingSettings(
          old.greedy(),
          old.temperature(),
          old.topK(),
          old.topP(),
          value,
          old.repetitionPenalty(),
          old.seed());
    }

    @Override
    String title() {
      return Texts.get("gpt2next.knob.minP");
    }

    @Override
    String tip() {
      return Texts.get("gpt2next.knob.minP.tip");
    }
  },

  /** How much less likely tokens are that were there before. */
  PENALTY(150) {
    @Override
    double at(int notch) {
      return (notch + 50) / HUNDRED;
    }

    @Override
    int notch(double value) {
      return clamped(Math.round(value * HUNDRED) - 50);
    }

    @Override
    double value(SamplingSettings settings) {
      return settings.repetitionPenalty();
    }

    @Override
    SamplingSettings with(SamplingSettings old, double value) {
      return new SamplingSettings(
          old.greedy(), old.temperature(), old.topK(), old.topP(), old.minP(), value, old.seed());
    }

    @Override
    String title() {
      return Texts.get("gpt2next.knob.penalty");
    }

    @Override
    String tip() {
      return Texts.get("gpt2next.knob.penalty.tip");
    }
  };

  private static final double HUNDRED = 100;
  private static final int LEAST_HUNDREDTHS = 5;

  private final int last;

  Knob(int last) {
    this.last = last;
  }

  /** The slider's last notch; the first is 0. */
  int last() {
    return last;
  }

  /** The number at a notch of the slider. */
  abstract double at(int notch);

  /** The notch nearest to a number. */
  abstract int notch(double value);

  abstract double value(SamplingSettings settings);

  /**
   * The settings with another number.
   *
   * @throws InferscopeException if it has no meaning, saying what would be right
   */
  abstract SamplingSettings with(SamplingSettings old, double value);

  abstract String title();

  abstract String tip();

  /**
   * What was typed.
   *
   * @throws InferscopeException if it is no number
   */
  double parse(String typed) {
    try {
      return Double.parseDouble(plain(typed).replace(',', '.'));
    } catch (NumberFormatException e) {
      throw new InferscopeException(Texts.get("gpt2next.knob.bad", title(), typed.strip()), e);
    }
  }

  /** A number as it stands in the field. */
  String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** The constant's name for components: "topK" for TOP_K. */
  String id() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
    return words.length == 1
        ? words[0]
        : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
  }

  int clamped(long notch) {
    return (int) Math.max(0, Math.min(last, notch));
  }

  private static String plain(String typed) {
    return typed.replace('−', '-').replaceAll("[\\s\u00a0\u202f]", "");
  }
}
