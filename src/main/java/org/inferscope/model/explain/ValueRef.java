package org.inferscope.model.explain;

/**
 * Names one value of one model, for instance "element (1, 0) of C". Implemented by records, so two
 * references to the same value are equal.
 */
public interface ValueRef {}
