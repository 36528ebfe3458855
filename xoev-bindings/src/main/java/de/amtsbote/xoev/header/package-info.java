/** Reading message headers of all profiles by streaming. */
package de.amtsbote.xoev.header;
