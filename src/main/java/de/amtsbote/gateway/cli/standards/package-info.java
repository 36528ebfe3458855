/** {@code amtsbote standards}: installs, lists, checks and removes XÖV standard packages. */
package de.amtsbote.gateway.cli.standards;
