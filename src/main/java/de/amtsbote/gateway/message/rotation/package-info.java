/** Moves the data keys of stored messages from one key of the key ring to the next. */
package de.amtsbote.gateway.message.rotation;
