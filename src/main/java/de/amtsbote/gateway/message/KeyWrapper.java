package de.amtsbote.gateway.message;

import javax.crypto.SecretKey;

/** Protects the data keys of messages with a key of the key ring. */
public interface KeyWrapper {

  /** Id of the key that wraps new data keys. */
  String current();

  /** Whether there is a key with this id. */
  boolean holds(String keyId);

  /** Encrypts a data key under the current key. */
  WrappedKey wrap(SecretKey dataKey);

  /**
   * Opens a data key.
   *
   * @throws GatewayException {@link ErrorCode#KEY_MISSING} when the key ring lacks the key
   */
  SecretKey unwrap(WrappedKey wrapped);
}
