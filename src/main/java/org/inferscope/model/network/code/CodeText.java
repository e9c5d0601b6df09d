package org.inferscope.model.network.code;

/**
 * A program. Immutable, any thread.
 *
 * @param text all of it, to copy
 * @param shown the same to read: of packed numbers only the first lines, then how many follow
 * @param needsFile whether it reads {@link NetworkCode#FILE}, which has to be saved first
 */
public record CodeText(String text, String shown, boolean needsFile) {}
