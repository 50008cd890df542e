/** What readers and generators share. */
package org.vaelix.data.internal;
