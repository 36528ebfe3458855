/** Patterns of XML Schema as automata that read a text once, whatever its length. */
package de.amtsbote.xoev.regex;
