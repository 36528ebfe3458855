/** The time that all nodes share: the database's. */
package de.amtsbote.gateway.message.clock;
