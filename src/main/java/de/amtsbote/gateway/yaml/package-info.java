/** Reads YAML configuration so that whatever is wrong in it can be named with file and line. */
package de.amtsbote.gateway.yaml;
