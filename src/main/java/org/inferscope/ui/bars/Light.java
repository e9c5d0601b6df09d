package org.inferscope.ui.bars;

/** How much a bar stands out. */
public enum Light {
  /** As all others. */
  PLAIN,
  /** Its lane has a band, and its colour is full. */
  LIT,
  /** It steps back for those that are lit. */
  FADED
}
