/** Runs the route of a message and decides from its end what becomes of the message. */
package de.amtsbote.gateway.route.worker;
