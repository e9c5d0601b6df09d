/**
 * The side panel "Batching" of the Network tab (Part 5 of the notebook): measures a network one
 * input at a time and in batches, on the device in use, and shows what a batch gains and why.
 *
 * <p>{@link org.inferscope.tab.network.bench.BatchingPresenter} decides and has no toolkit; it is
 * confined to the thread that the compute service calls back on, in the app the event thread, as is
 * {@link org.inferscope.tab.network.bench.BatchingPanel}. The measuring is one job, which hands
 * over each result as it comes; so the panel lives, and a run that is cancelled keeps what it has.
 */
@NullMarked
package org.inferscope.tab.network.bench;

import org.jspecify.annotations.NullMarked;
