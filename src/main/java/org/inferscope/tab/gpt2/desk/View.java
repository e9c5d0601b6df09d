package org.inferscope.tab.gpt2.desk;

/** The views of the tab, in the order of their buttons. */
public enum View {
  /** The model as a path that is walked step by step. */
  MAP,
  /** Its parameters (Part 9). */
  WEIGHTS,
  /** Hidden states from layer to layer (Part 10). */
  STATES,
  /** Which token looks at which. */
  ATTENTION,
  /** What each layer would say. */
  LENS,
  /** What comes next, and writing on. */
  NEXT,
  /** What changes if a part is taken away. */
  WHAT_IF
}
