package org.inferscope.model.matmul;

/**
 * A place in a matrix.
 *
 * @param row row, from 0
 * @param column column, from 0
 */
public record Cell(int row, int column) {}
