/**
 * The values of OSCI-Transport 1.2 messages: types, dialog data, orders, feedback, process cards,
 * certificates.
 */
package de.amtsbote.osci.model;
