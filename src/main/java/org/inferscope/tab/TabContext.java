package org.inferscope.tab;

import org.inferscope.compute.ComputeService;

/**
 * What the app gives to a tab when it makes it.
 *
 * @param compute runs the tab's jobs; listeners are called on the event thread
 */
public record TabContext(ComputeService compute) {}
