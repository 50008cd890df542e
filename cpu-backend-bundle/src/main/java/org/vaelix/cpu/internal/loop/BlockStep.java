package org.vaelix.cpu.internal.loop;

/** What is done with each block of a loop. */
interface BlockStep {
  void run(Block block);
}
