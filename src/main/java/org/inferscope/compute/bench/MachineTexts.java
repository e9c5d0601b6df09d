package org.inferscope.compute.bench;

import org.inferscope.compute.bench.Ceiling.Kind;
import org.inferscope.text.Texts;

/** What the limits are called on screen. Any thread. */
public final class MachineTexts {
  private MachineTexts() {}

  /** A limit's name, such as "L2 cache, reading". */
  public static String name(Kind kind) {
    return switch (kind) {
      case MULTIPLY_ADD -> Texts.get("compute.machine.multiplyAdd");
      case GEMM -> Texts.get("compute.machine.gemm");
      case L2_READ -> Texts.get("compute.machine.l2Read");
      case L2_TRIAD -> Texts.get("compute.machine.l2Triad");
      case L3_READ -> Texts.get("compute.machine.l3Read");
      case L3_TRIAD -> Texts.get("compute.machine.l3Triad");
      case MEMORY_READ -> Texts.get("compute.machine.memoryRead");
      case MEMORY_TRIAD -> Texts.get("compute.machine.memoryTriad");
    };
  }
}
