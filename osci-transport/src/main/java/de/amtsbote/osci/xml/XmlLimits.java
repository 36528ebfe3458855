package de.amtsbote.osci.xml;

/**
 * Limits of one XML document.
 *
 * @param size octets
 * @param depth nesting of elements
 * @param attributes attributes and name space declarations of one element
 * @param elements number of elements
 * @param held characters of names, attributes and short texts together, which may all be held in
 *     memory; long Base64 texts are streamed and do not count
 */
public record XmlLimits(long size, int depth, int attributes, long elements, long held) {}
