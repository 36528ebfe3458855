/** Small streams: Base64, counting, sending to several receivers. */
package de.amtsbote.osci.io;
