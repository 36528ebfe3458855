/** Standard packages, the catalog of the installed ones, and which of them a message belongs to. */
package de.amtsbote.xoev.standard;
