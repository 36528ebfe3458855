/** Keeps what comes in within bounds: refuses early and says when to come back. */
package de.amtsbote.gateway.entry.limits;
