package de.amtsbote.gateway.message;

/**
 * One violation that a validation found; it tells where and which rule, never the offending value.
 *
 * @param line line in the payload, from 1; 0 when unknown
 * @param column column in the payload, from 1; 0 when unknown
 * @param path path of the element, empty when unknown
 * @param rule the violated rule, e.g. {@code cvc-datatype-valid.1.2.1}
 * @param text what is wrong, without the value
 */
public record Finding(int line, int column, String path, String rule, String text) {}
