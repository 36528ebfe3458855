/** The web pages for people: messages and what became of them. */
package de.amtsbote.gateway.console;
