/** What both sides of FIT-Connect share: its submission API, events, metadata and problems. */
package de.amtsbote.gateway.fitconnect;
