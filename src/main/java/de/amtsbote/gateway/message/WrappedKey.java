package de.amtsbote.gateway.message;

/** A data key, encrypted under the key-ring key with that id. */
public record WrappedKey(String keyId, byte[] bytes) {}
