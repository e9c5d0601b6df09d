/**
 * The inspector: one panel that shows how any number on screen came to be, and follows it down to
 * what was typed and back up again. It reads explanations, so every model that has an {@link
 * org.inferscope.model.explain.Explainer} gets it without doing anything.
 *
 * <p>{@link org.inferscope.ui.inspector.InspectorModel} holds the trail and has no toolkit in it: a
 * presenter may open a value in it. Everything here is for the event thread (in a test, the one
 * thread that runs the test).
 */
@NullMarked
package org.inferscope.ui.inspector;

import org.jspecify.annotations.NullMarked;
