/**
 * What a stranger's plug-in may contain that does not work, or works; packed by {@code PluginJar}.
 */
package org.vaelix.itests.broken;
