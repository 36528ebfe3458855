package de.amtsbote.gateway.xta;

/**
 * A key of a code list.
 *
 * @param listUri null for a key that belongs to no list
 * @param listVersion null for a key that belongs to no list
 */
public record XtaCode(String listUri, String listVersion, String code) {}
