/**
 * How a number came to be, for every model alike: a {@link org.inferscope.model.explain.ValueRef}
 * names a value, an {@link org.inferscope.model.explain.Explainer} turns it into an {@link
 * org.inferscope.model.explain.Explanation} whose sources are again references, down to what a
 * person typed.
 *
 * <p>Models implement these types, the shared inspector reads them. Everything here is immutable
 * and may be used on any thread.
 */
@NullMarked
package org.inferscope.model.explain;

import org.jspecify.annotations.NullMarked;
