package org.inferscope.model.matmul;

/**
 * One multiply-add: C[i,j] += A[i,k]·B[k,j], or = for k = 0.
 *
 * @param i row of A and C, from 0
 * @param j column of B and C, from 0
 * @param k term of the dot product, from 0
 */
public record MultiplyAdd(int i, int j, int k) {}
