/** Operations that move values: all of them are strided copies. */
package org.vaelix.cpu.internal.layout;
