package org.vaelix.core.model;

/** x. */
public interface ModelContext {}
