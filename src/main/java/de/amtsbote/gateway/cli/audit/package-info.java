/** Checks the timelines from the command line. */
package de.amtsbote.gateway.cli.audit;
