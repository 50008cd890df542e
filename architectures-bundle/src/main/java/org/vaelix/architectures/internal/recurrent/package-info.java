/** Recurrent networks of sequences. */
package org.vaelix.architectures.internal.recurrent;
