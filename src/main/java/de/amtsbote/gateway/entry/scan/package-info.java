/** Asks a virus scanner about content while it comes in, on whatever way. */
package de.amtsbote.gateway.entry.scan;
