/**
 * The command {@code serve}: a compute server that other machines reach. Reads what it is set up
 * with, refuses in a sentence what would be unsafe, starts the server of {@code compute.worker} and
 * waits on the main thread until the process is told to end. Called by {@code cli}.
 */
@NullMarked
package org.inferscope.cli.serve;

import org.jspecify.annotations.NullMarked;
