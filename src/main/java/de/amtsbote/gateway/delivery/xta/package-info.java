/** The XTA 2 client: hands messages over to the XTA servers of others. */
package de.amtsbote.gateway.delivery.xta;
