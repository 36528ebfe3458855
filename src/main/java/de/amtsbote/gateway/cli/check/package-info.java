/** {@code amtsbote check}: reads routes, directory and standards without starting anything. */
package de.amtsbote.gateway.cli.check;
