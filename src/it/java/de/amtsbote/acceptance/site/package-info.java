/** The surroundings of the gateway: its process, its configuration, portals and Fachverfahren. */
package de.amtsbote.acceptance.site;
