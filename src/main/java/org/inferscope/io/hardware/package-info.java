/**
 * Device catalogues in files: the packaged one, and the person's own beside it. Tabs ask for them;
 * what touches the disk is called on the file thread.
 */
@NullMarked
package org.inferscope.io.hardware;

import org.jspecify.annotations.NullMarked;
