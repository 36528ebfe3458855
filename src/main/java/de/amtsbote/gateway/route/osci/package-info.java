/** {@code osci:store}: a message goes out over OSCI-Transport. */
package de.amtsbote.gateway.route.osci;
