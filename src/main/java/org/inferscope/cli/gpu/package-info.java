/**
 * The {@code gpu} commands: which of NVIDIA's cards ND4J can run on, and the pack it needs for
 * that. Thin: the driver is asked by {@link org.inferscope.compute.cuda}, in a process that runs
 * the hidden command {@code gpu probe}; the pack is kept by {@link org.inferscope.io.pack}. Called
 * by the command line on the main thread, which also downloads: Ctrl+C ends it at once, and what
 * has come so far stays for the next time. {@code doctor} prints what {@code gpu status} does.
 */
@NullMarked
package org.inferscope.cli.gpu;

import org.jspecify.annotations.NullMarked;
