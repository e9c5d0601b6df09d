/**
 * What the Roofline tab's views share: the state that is undone and saved, and the presenter that
 * holds it. No Swing. Used by the tab and its views on one thread, the event thread in the app.
 */
@NullMarked
package org.inferscope.tab.roofline.desk;

import org.jspecify.annotations.NullMarked;
