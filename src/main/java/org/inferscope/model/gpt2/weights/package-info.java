/**
 * What can be said of a model's parameters (Part 9 of the notebook): how many numbers each has, how
 * they are distributed, and what a matrix looks like from far and near.
 *
 * <p>{@link org.inferscope.model.gpt2.weights.WeightNumbers} reads numbers where they lie, in
 * memory that is given back when the model is closed: it is made anew for each use and never kept.
 * Everything else is a copy and immutable. For any thread; called by the GPT-2 tab, in jobs where
 * there are many numbers to read.
 *
 * <p>A matrix is looked at through a pyramid whose levels halve rows and columns apart from each
 * other, because an embedding has fifty times as many rows as columns and would else be a needle.
 */
@NullMarked
package org.inferscope.model.gpt2.weights;

import org.jspecify.annotations.NullMarked;
