package org.inferscope.io.hub;

import java.nio.file.Path;

/**
 * A GPT-2 model that the hub's own tools have left on this machine.
 *
 * @param id its name on the hub
 * @param revision the commit that it is of
 * @param folder its files, which may be links
 */
public record CachedModel(ModelId id, String revision, Path folder) {}
