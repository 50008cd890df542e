package org.vaelix.cpu.internal.loop;

/**
 * Where a block's values are.
 *
 * @param kind which memory
 * @param place a register's number, or an offset in the program's memory; 0 of a local tensor
 */
record Operand(Kind kind, int place) {
  /** Kinds of places. */
  enum Kind {
    /** A block-sized range of the thread's scratch. */
    REGISTER,
    /** A tensor of the space's shape, of which the thread's scratch holds the part's piece. */
    LOCAL,
    /** A tensor of the space's shape in the program's memory. */
    TENSOR,
    /** One number in the program's memory for the whole space. */
    NUMBER
  }
}
