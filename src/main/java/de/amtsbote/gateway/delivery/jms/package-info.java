/** Hand-overs as messages of a broker that speaks the protocol of Apache Artemis. */
package de.amtsbote.gateway.delivery.jms;
