/** {@code amtsbote simulator}: stand-ins for the systems of others, on this machine. */
package de.amtsbote.gateway.cli.simulator;
