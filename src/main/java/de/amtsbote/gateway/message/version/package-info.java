/** Tells cheaply whether anything about a message has changed. */
package de.amtsbote.gateway.message.version;
