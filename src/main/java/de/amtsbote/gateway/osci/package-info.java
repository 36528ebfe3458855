/**
 * The gateway's own part in OSCI-Transport: identities, trust, sending once, asking for receipts.
 */
package de.amtsbote.gateway.osci;
