/**
 * {@code amtsbote:inbox} gives stored messages to a route, {@code amtsbote:submit} stores new ones.
 */
package de.amtsbote.gateway.route.amtsbote;
