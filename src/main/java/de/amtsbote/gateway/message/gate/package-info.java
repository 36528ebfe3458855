/**
 * Gates behind which messages wait without using up attempts: circuits of destinations that are
 * down, and pauses set by operators; shared by all nodes.
 */
package de.amtsbote.gateway.message.gate;
