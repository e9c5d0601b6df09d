/**
 * The compute servers that this user trusts, on disk: address, fingerprint of the certificate,
 * token. The file is readable by its owner only, for the tokens in it. Called by {@code app} and
 * {@code cli}; waits for the disk, any thread.
 */
@NullMarked
package org.inferscope.io.servers;

import org.jspecify.annotations.NullMarked;
