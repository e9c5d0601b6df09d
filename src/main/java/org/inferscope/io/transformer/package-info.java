/**
 * Transformers in files: the packaged list of published models' sizes, and a layer's products as a
 * table for spreadsheets. The Roofline tab asks for both; nothing here touches the disk, the class
 * path apart. Stateless, any thread.
 */
@NullMarked
package org.inferscope.io.transformer;

import org.jspecify.annotations.NullMarked;
