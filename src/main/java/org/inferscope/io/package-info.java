/**
 * Files and folders: where the user's files live and how a file is written without ever losing the
 * old one. Nothing here needs a display. All may be called on any thread, but what touches the disk
 * waits for it and belongs on a job's thread. Called by {@code tab}, {@code app} and {@code cli}.
 *
 * <p>Where the user's cache cannot be written or has less than 64 MB of room, a folder among the
 * system's temporary files takes its place for what the cache does not have already, so that a
 * read-only home or a full disk stops nothing.
 */
@NullMarked
package org.inferscope.io;

import org.jspecify.annotations.NullMarked;
