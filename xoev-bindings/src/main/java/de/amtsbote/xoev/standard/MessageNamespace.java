package de.amtsbote.xoev.standard;

/**
 * A namespace of message roots and how the version shows in a message.
 *
 * @param uri the namespace
 * @param standard value of the root's {@code standard} attribute, empty when messages have none
 * @param version version of the standard that owns the namespace
 * @param versionAt where a message says its version: {@code @version} or {@code child/@attribute}
 *     or {@code child/child}, local names from the root; empty when only the namespace tells
 */
public record MessageNamespace(String uri, String standard, String version, String versionAt) {}
