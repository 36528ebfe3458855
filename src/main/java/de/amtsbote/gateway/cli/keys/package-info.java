/**
 * {@code amtsbote keys}: lists, adds, exchanges and removes the keys that protect stored content.
 */
package de.amtsbote.gateway.cli.keys;
