/**
 * A delivery service of FIT-Connect in small: version 2 of its submission API, and faults on order.
 */
package de.amtsbote.gateway.simulator.fitconnect;
