/**
 * Lesson files: what every tab shows, as JSON that a person can read and edit.
 *
 * <p>A lesson file ({@code .inferscope}, UTF-8) is one JSON object:
 *
 * <pre>
 * {
 *   "format": "inferscope-lesson",
 *   "version": 1,
 *   "app": "1.0.0",
 *   "activeTab": "matmul",
 *   "tabs": {
 *     "matmul": { … }
 *   }
 * }
 * </pre>
 *
 * <p>Each tab owns one section, written and read by its {@link
 * org.inferscope.io.lesson.StateCodec}. Lists of plain values, or of objects of one or two, are
 * written on one line, so that a matrix has one row a line. NaN and infinities are the strings
 * "NaN", "Infinity" and "-Infinity", since JSON has no numbers for them.
 *
 * <p>Opening has two phases. First everything is read into immutable states, and whatever is wrong
 * throws a {@link org.inferscope.io.lesson.LessonException} that names the file, the line, what was
 * found and what is expected; only then is anything applied. Fields and sections that this version
 * does not know are kept and written back, at the top level, in a section and in objects inside it.
 * Lists are replaced as a whole. So that a value a codec has dropped does not come back from the
 * file it was once read from, a codec always writes all its fields, null for what it does not have.
 *
 * <p>Everything here is immutable or confined to a call and may be used on any thread; reading and
 * writing files belongs on a job's thread. Called by tabs, {@code app} and {@code cli}.
 */
@NullMarked
package org.inferscope.io.lesson;

import org.jspecify.annotations.NullMarked;
