/** {@code xoev:validate} and {@code xoev:header}: the content of a message. */
package de.amtsbote.gateway.route.xoev;
