package org.vaelix.launcher.internal.doctor;

/**
 * Something that is not available, or not as one would expect.
 *
 * @param subject a bundle with its version, or a jar
 * @param reason one sentence
 */
public record Finding(String subject, String reason) {}
