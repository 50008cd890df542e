/**
 * The reference backend: plain Java in double precision, one method per operation, written to be
 * read. What it computes is the truth that every other backend is compared with.
 */
package org.vaelix.core.internal.reference;
