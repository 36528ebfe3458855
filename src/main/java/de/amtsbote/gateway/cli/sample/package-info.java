/** Sample applications in the demo standard, and how a portal hands them in. */
package de.amtsbote.gateway.cli.sample;
