/** Removes content, later evidence, of ended messages; holds keep single messages from that. */
package de.amtsbote.gateway.message.retention;
