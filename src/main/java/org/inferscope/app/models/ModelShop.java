package org.inferscope.app.models;

import java.util.concurrent.Executor;
import org.inferscope.io.hub.ModelSource;
import org.inferscope.io.hub.ModelsFolder;

/**
 * Where models come from and where they go.
 *
 * @param source gets them
 * @param models where they are kept
 * @param downloads runs a download, which takes as long as it takes
 * @param files looks for what is there, which takes a moment
 */
public record ModelShop(
    ModelSource source, ModelsFolder models, Executor downloads, Executor files) {}
