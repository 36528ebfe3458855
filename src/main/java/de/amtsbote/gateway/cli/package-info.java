/** The frame of the {@code amtsbote} command: parsing, exit codes, messages and quiet logs. */
package de.amtsbote.gateway.cli;
