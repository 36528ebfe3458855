/** The demo standard that the product ships, in XÖV style but not certified. */
package de.amtsbote.xoev.xdemo;
