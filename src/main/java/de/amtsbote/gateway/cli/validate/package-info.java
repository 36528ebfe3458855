/** {@code amtsbote validate}: checks messages without a running gateway. */
package de.amtsbote.gateway.cli.validate;
