package org.inferscope.ui.bars;

import org.inferscope.ui.theme.Role;

/**
 * One term of a sum.
 *
 * @param value what it adds; NaN and ±∞ are shown as such
 * @param role its colour
 * @param name what it is, short: the number of the input, or b
 */
public record TermBar(double value, Role role, String name) {}
