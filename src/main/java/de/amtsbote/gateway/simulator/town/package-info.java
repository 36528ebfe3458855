/** Gets in the way of the sample town's gateway, intermediary and XTA server, as it is told. */
package de.amtsbote.gateway.simulator.town;
