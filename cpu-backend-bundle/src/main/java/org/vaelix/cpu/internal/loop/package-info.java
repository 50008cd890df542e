/**
 * Loops over blocks that stay in the nearest cache: {@code LoopBuilder} turns a fused stage into
 * {@code BlockStep}s with registers, {@code LoopTask} runs them block by block.
 */
package org.vaelix.cpu.internal.loop;
