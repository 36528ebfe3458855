/** The sample town that demo and simulator share: its folder, configuration and procedures. */
package de.amtsbote.gateway.cli.town;
