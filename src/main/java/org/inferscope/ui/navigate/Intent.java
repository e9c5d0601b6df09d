package org.inferscope.ui.navigate;

/**
 * Something to be shown in another tab, with all the numbers that takes. Immutable; its type says
 * what is meant, and its Javadoc which tab takes it.
 */
public interface Intent {}
