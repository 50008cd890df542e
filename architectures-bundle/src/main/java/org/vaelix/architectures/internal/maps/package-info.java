/** Layers on feature maps (rows, channels, height, width): what architectures of images share. */
package org.vaelix.architectures.internal.maps;
