/** {@code xoev:validate}, {@code xoev:header} and {@code xoev:reply}: the content of a message. */
package de.amtsbote.gateway.route.xoev;
