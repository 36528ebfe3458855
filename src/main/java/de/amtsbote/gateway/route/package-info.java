/** The Camel components that route authors use, and the worker that runs a route for a message. */
package de.amtsbote.gateway.route;
