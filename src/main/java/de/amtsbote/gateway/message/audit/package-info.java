/** Recomputes the hash chains of the timelines and names what does not hold. */
package de.amtsbote.gateway.message.audit;
