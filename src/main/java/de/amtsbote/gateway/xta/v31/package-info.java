/** The facade of XTA 2 v3.1: its schema, its operations, and the way between XML and the model. */
package de.amtsbote.gateway.xta.v31;
