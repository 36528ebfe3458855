/** The gateway's two starting points: the command line and the Spring application. */
package de.amtsbote.gateway;
