/**
 * Benchmarks that were run: kept as one JSON file each in the user's folder, and written as JSON or
 * CSV for other programs. Called by {@code tab}. Stateless but for the folder; any thread, what
 * touches the disk not on the event thread.
 */
@NullMarked
package org.inferscope.io.bench;

import org.jspecify.annotations.NullMarked;
