/** {@code delivery:NAME}: a message is handed over to a Fachverfahren. */
package de.amtsbote.gateway.route.delivery;
