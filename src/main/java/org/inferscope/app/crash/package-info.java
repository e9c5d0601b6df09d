/**
 * What happens to an error that nobody expected: it is logged, shown once, and the app goes on.
 * Knows no toolkit; {@code app} gives it something that shows a report. Called by the JVM on the
 * thread that failed.
 */
@NullMarked
package org.inferscope.app.crash;

import org.jspecify.annotations.NullMarked;
