/**
 * A DVDV server in small: version 2 of its interface over what it is given, and faults on order.
 */
package de.amtsbote.gateway.simulator.dvdv;
