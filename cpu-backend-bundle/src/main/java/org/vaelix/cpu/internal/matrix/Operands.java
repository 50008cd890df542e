package org.vaelix.cpu.internal.matrix;

/**
 * Where in the program's memory the matrices lie.
 *
 * @param a the left operand's first value
 * @param b the right operand's first value
 * @param c the result's first value
 * @param workspace the first of {@link MatrixProduct#workspaceFloats} floats
 */
public record Operands(int a, int b, int c, int workspace) {}
