package org.vaelix.core.run;

import org.vaelix.core.backend.Profile;
import org.vaelix.core.backend.Profile.Times;

/**
 * Where the time of a recipe's training step goes.
 *
 * @param name of the recipe
 * @param backend what computed
 * @param threads how many threads it may use
 * @param batchSize rows of a step
 * @param parameters number of trained numbers
 * @param traceNanoseconds what it took to trace the step from its parts
 * @param compileNanoseconds what it took the backend to compile it
 * @param warmUp steps done before the measurement
 * @param isWarm whether the JVM's compiler had come to rest by then, as far as it tells
 * @param steps that were measured
 * @param step a whole step: rows in, program, measures out; without any clock at its kernels
 * @param run the program's part of that
 * @param profile of as many steps more, with clocks at the kernels
 */
public record StepProfile(
    String name,
    String backend,
    int threads,
    int batchSize,
    long parameters,
    double traceNanoseconds,
    double compileNanoseconds,
    int warmUp,
    boolean isWarm,
    int steps,
    Times step,
    Times run,
    Profile profile) {}
