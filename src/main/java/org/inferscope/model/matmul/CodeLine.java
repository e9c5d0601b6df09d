package org.inferscope.model.matmul;

/**
 * One line of a loop nest as shown beside the matrices.
 *
 * @param indent levels of indentation, from 0
 * @param text the code, without leading spaces
 * @param role what the line does
 */
public record CodeLine(int indent, String text, Role role) {
  /** What a line of a loop nest does. */
  public enum Role {
    /** Head of a loop. */
    LOOP,
    /** Reads something from memory to keep it close. */
    LOAD,
    /** Multiplies, and adds or stores the product. */
    UPDATE,
    /** Writes something kept close back to memory. */
    STORE
  }

  /** The line as plain text, two spaces a level. */
  public String indented() {
    return "  ".repeat(indent) + text;
  }
}
