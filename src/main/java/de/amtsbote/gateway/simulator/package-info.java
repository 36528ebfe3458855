/** Stand-ins for the systems of others, for developing and testing offline. */
package de.amtsbote.gateway.simulator;
