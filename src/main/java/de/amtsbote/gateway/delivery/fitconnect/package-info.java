/** FIT-Connect as a delivery: submits to destinations of others, and hears what they say. */
package de.amtsbote.gateway.delivery.fitconnect;
