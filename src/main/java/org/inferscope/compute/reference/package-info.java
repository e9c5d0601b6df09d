/**
 * The oracle of every other backend: plain loops over arrays, nothing but the JDK. Always there, so
 * it is also what the app runs on until something faster is loaded, or if nothing else can be.
 *
 * <p>Made by the composition root and used through {@link org.inferscope.compute.Backend}, by one
 * thread at a time.
 */
@NullMarked
package org.inferscope.compute.reference;

import org.jspecify.annotations.NullMarked;
