/** Preflight: would this arrive? Asked of everything that sending uses, but nothing is sent. */
package de.amtsbote.gateway.route.preflight;
