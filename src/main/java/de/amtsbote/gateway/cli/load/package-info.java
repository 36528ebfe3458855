/** {@code amtsbote load}: sends applications at a fixed rate and follows each to its end. */
package de.amtsbote.gateway.cli.load;
