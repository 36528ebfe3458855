/** Hand-overs that wait until their reader picks them up. */
package de.amtsbote.gateway.message.pickup;
