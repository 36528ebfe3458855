/**
 * {@code amtsbote standards dry-run}: stored messages against another release of their standard.
 */
package de.amtsbote.gateway.cli.standards.dryrun;
