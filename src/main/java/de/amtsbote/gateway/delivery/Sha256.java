package de.amtsbote.gateway.delivery;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that names content everywhere in the gateway. */
final class Sha256 {

  private Sha256() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
