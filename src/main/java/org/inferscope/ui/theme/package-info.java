/**
 * How Inferscope looks: the two FlatLaf themes, their colours by role, the fonts, the measures and
 * the icons. Every colour is a key in {@code InferscopeLight.properties} or {@code
 * InferscopeDark.properties}; {@link org.inferscope.ui.theme.Palette} reads it when something is
 * painted, so that a change of theme acts at once. Colours that suit colour-blind people and the
 * high contrast of projector mode are further sets of the same keys, laid over a theme by {@link
 * org.inferscope.ui.theme.Themes}.
 *
 * <p>For views and painters, on the event thread (or on the one thread that paints off-screen).
 */
@NullMarked
package org.inferscope.ui.theme;

import org.jspecify.annotations.NullMarked;
