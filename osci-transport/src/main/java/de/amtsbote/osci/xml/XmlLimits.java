package de.amtsbote.osci.xml;

/**
 * Limits of one XML document.
 *
 * @param size characters
 * @param depth nesting of elements
 * @param attributes attributes and name space declarations of one element
 * @param elements number of elements
 */
public record XmlLimits(long size, int depth, int attributes, long elements) {}
