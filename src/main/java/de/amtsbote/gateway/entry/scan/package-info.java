/** Asks a virus scanner about content while it comes in. */
package de.amtsbote.gateway.entry.scan;
