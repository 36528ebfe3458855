/** Keeps the running routes like the files in the folder, and never runs a file that is wrong. */
package de.amtsbote.gateway.route.load;
