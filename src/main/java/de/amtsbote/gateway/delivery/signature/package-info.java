/** Signs what is sent to others with a secret that both know. */
package de.amtsbote.gateway.delivery.signature;
