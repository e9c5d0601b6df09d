package org.inferscope.tab;

import org.inferscope.compute.ComputeService;
import org.inferscope.ui.inspector.InspectorModel;

/**
 * What the app gives to a tab when it makes it.
 *
 * @param compute runs the tab's jobs; listeners are called on the event thread
 * @param inspector shows how a number came to be; one for all tabs, its panel stands in the dock
 */
public record TabContext(ComputeService compute, InspectorModel inspector) {}
