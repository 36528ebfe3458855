/** What keeps the gateway running: its embedded database, health and metrics. */
package de.amtsbote.gateway.operations;
