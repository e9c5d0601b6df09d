/**
 * Numbers and what is done to them at the edges: float32 matrices, the random generators of NumPy
 * and PyTorch, how a number is shown, typed, pasted and copied, and how two results are compared.
 * Nothing here multiplies matrices; that is the compute service's work.
 *
 * <p>Depends on the JDK and the text bundles only; every other package may call it. All types are
 * immutable values or stateless functions and may be used on any thread, except {@link
 * org.inferscope.tensor.NumpyRandom} and {@link org.inferscope.tensor.TorchRandom}, which belong to
 * one thread at a time.
 *
 * <p>Decisions: a number is shown with the decimal and thousands separators of the machine's format
 * locale, in ASCII digits, with a real minus sign. What a person types is read as a spreadsheet in
 * that locale would read it ({@link org.inferscope.tensor.NumberParser} has the rule for commas and
 * dots); code (NumPy, MATLAB) always has decimal points.
 */
@NullMarked
package org.inferscope.tensor;

import org.jspecify.annotations.NullMarked;
