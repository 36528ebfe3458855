/** {@code amtsbote preflight}: would this arrive? */
package de.amtsbote.gateway.cli.preflight;
