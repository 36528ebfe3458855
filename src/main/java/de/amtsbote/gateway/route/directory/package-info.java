/** {@code directory:lookup}: who is competent for a message. */
package de.amtsbote.gateway.route.directory;
