/** Code lists in genericode: which are installed, and whether a code is in one. */
package de.amtsbote.xoev.codelist;
