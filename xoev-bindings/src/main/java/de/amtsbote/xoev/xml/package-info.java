/** The one place where XML readers and writers are made, all of them hardened. */
package de.amtsbote.xoev.xml;
