package org.inferscope.tab;

import java.util.Optional;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.LinearPeer;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Navigator;

/**
 * What the app gives to a tab when it makes it.
 *
 * @param compute runs the tab's jobs; listeners are called on the event thread
 * @param inspector shows how a number came to be; one for all tabs, its panel stands in the dock
 * @param navigator opens in another tab what this one shows; usable once all tabs are made
 * @param files asks for the names of files
 * @param torch PyTorch, to compute the same with in a job; empty where it is not on the class path
 */
public record TabContext(
    ComputeService compute,
    InspectorModel inspector,
    Navigator navigator,
    FilePrompt files,
    Optional<LinearPeer> torch) {}
