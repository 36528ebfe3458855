/** The gateway processes that share the database, and how one is taken out of service. */
package de.amtsbote.gateway.operations.node;
