/** Who is competent and how they are reached. */
package de.amtsbote.gateway.directory;
