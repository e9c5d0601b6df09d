package org.inferscope.tab.matmul;

import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Tone;

/**
 * A value on its way.
 *
 * @param box where it is
 * @param text what it says; empty for a blank
 * @param tone what it stands for
 * @param alpha how solid it is, 0 to 1
 * @param size size of its type in pixels
 */
record Chip(Box box, String text, Tone tone, double alpha, double size) {}
