package org.inferscope.compute.cuda;

import java.util.Optional;

/**
 * The variable of the environment by which a process sees only some of the cards: their numbers,
 * the GPUs' UUIDs or those of parts of them, with commas between them. Whoever asks the driver
 * where it is set already, as on shared machines, counts what it names and not the machine's cards.
 */
public final class VisibleCards {
  /** Its name; empty, or beginning with a number below 0, it hides all cards. */
  public static final String VARIABLE = "CUDA_VISIBLE_DEVICES";

  private static final String NONE = "-1";

  private VisibleCards() {}

  /**
   * The variable's value for a process that is to see just one card.
   *
   * @param here its value in this process, if it is set
   * @param index the card's number, from 0, as this process and those that it starts count
   */
  public static String only(Optional<String> here, int index) {
    return here.map(list -> entry(list, index)).orElse(Integer.toString(index));
  }

  /** Rather none at all than one that this process may not use. */
  private static String entry(String list, int index) {
    String[] entries = list.split(",", -1);
    String entry = index < entries.length ? entries[index].strip() : "";
    return entry.isEmpty() ? NONE : entry;
  }
}
