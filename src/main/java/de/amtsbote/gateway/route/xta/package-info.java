/** {@code xta:send} and {@code xta:ask}: a message goes out to an XTA server of somebody else. */
package de.amtsbote.gateway.route.xta;
