/**
 * Breaks things under load and counts: nothing that had a receipt may get lost, nothing may arrive
 * twice.
 */
package de.amtsbote.acceptance.fault;
