/** Deadlines: warns when a message is not picked up, and ends it when it never is. */
package de.amtsbote.gateway.operations.deadlines;
