/**
 * The Roofline tab (Parts 6 to 8 of the notebook): why a product of matrices is fast or slow, in
 * three views of one selection. This package joins them and holds the controls above; {@code desk}
 * holds state and presenter, {@code sweep}, {@code layer} and {@code roof} a view each. The
 * subpackages do not know this one. Made by the app; event thread.
 */
@NullMarked
package org.inferscope.tab.roofline;

import org.jspecify.annotations.NullMarked;
