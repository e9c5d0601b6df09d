/**
 * The command {@code doctor}: what this machine is, for whoever helps a user from afar. It only
 * looks, on the main thread, and waits for nothing longer than a few seconds. Called by {@code
 * cli}.
 */
@NullMarked
package org.inferscope.cli.doctor;

import org.jspecify.annotations.NullMarked;
