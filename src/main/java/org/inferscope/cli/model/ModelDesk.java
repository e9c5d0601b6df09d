package org.inferscope.cli.model;

import java.util.function.Supplier;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.io.hub.ModelSource;
import org.inferscope.io.hub.ModelsFolder;

/**
 * What the commands reach outside themselves.
 *
 * @param local the models of this machine
 * @param folder where they are kept
 * @param source makes what gets others; asked only when one is to be got
 * @param interactive whether a line on the terminal can be written over
 */
public record ModelDesk(
    LocalModels local, ModelsFolder folder, Supplier<ModelSource> source, boolean interactive) {}
