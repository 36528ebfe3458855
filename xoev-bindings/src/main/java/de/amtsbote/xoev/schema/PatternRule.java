package de.amtsbote.xoev.schema;

import de.amtsbote.xoev.regex.LinearPattern;

/**
 * A pattern facet that was taken out of a schema and is checked by its automaton instead.
 *
 * @param namespace namespace of the simple type
 * @param type name of the simple type
 * @param label name for reports; that of the schema, empty for an anonymous type
 * @param source the pattern as the schema has it
 * @param pattern its automaton
 */
public record PatternRule(
    String namespace, String type, String label, String source, LinearPattern pattern) {}
