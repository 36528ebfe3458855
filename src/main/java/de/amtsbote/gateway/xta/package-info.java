/** XTA 2 as the gateway thinks of it, whatever the version on the wire. */
package de.amtsbote.gateway.xta;
