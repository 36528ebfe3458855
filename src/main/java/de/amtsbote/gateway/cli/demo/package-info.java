/** {@code amtsbote demo}: portal, gateway, intermediary and Fachverfahren in one process. */
package de.amtsbote.gateway.cli.demo;
