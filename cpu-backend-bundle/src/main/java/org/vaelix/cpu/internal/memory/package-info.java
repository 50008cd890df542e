/** Where every tensor lies: one array, in which ranges are lent on once nobody reads them. */
package org.vaelix.cpu.internal.memory;
