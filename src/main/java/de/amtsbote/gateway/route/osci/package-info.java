/** {@code osci:store} and {@code osci:forward}: a message goes out over OSCI-Transport. */
package de.amtsbote.gateway.route.osci;
