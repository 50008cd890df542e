/**
 * The compiler, in the order in which it works: the core simplifies and fuses ({@code
 * org.vaelix.core.compile}); {@code memory} gives every tensor its place; {@code loop}, {@code
 * matrix}, {@code convolution}, {@code layout} and {@code noise} turn stages into tasks; {@code
 * schedule} runs the tasks on threads. {@code math} holds the arithmetic of blocks.
 */
package org.vaelix.cpu.internal;
