/**
 * The words of the product. Every text a person reads is looked up here, by key, in a UTF-8
 * resource bundle; English is the base that other languages fall back to. Every package may call
 * it, on any thread.
 */
@NullMarked
package org.inferscope.text;

import org.jspecify.annotations.NullMarked;
