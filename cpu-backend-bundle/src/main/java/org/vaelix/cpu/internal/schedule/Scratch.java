package org.vaelix.cpu.internal.schedule;

/**
 * A thread's own memory for what a task needs only while it runs: a range of an array that may be
 * the program's. Its content is whatever the last task left.
 *
 * @param floats the array
 * @param start where the range begins; it is as long as the largest {@link Task#scratchFloats} of
 *     the program
 */
public record Scratch(float[] floats, int start) {}
