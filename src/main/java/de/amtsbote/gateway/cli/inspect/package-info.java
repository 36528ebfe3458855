/** {@code amtsbote inspect}: looks into an OSCI message in hand. */
package de.amtsbote.gateway.cli.inspect;
