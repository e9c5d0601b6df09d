/**
 * What hardware can do, in files: the packaged catalogue of devices, a person's own devices beside
 * it, the measured ceilings of this machine, and tables of points under roofs for other programs.
 * Tabs ask for them; what touches the disk is called on the file thread.
 */
@NullMarked
package org.inferscope.io.hardware;

import org.jspecify.annotations.NullMarked;
