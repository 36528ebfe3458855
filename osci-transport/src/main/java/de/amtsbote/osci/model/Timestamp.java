package de.amtsbote.osci.model;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;

/** A time in a process card: said plainly, or proved by a cryptographic time stamp. */
public sealed interface Timestamp {

  /** A plain time with zone. */
  record Plain(OffsetDateTime time) implements Timestamp {}

  /**
   * A cryptographic time stamp, passed on as it is.
   *
   * @param algorithm URI; null if not said
   * @param token its octets
   */
  record Cryptographic(String algorithm, byte[] token) implements Timestamp {

    @Override
    public boolean equals(Object other) {
      return other instanceof Cryptographic that
          && Objects.equals(algorithm, that.algorithm)
          && Arrays.equals(token, that.token);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(token);
    }

    @Override
    public String toString() {
      return "Cryptographic[" + algorithm + ", " + token.length + " octets]";
    }
  }

  /** A plain time. */
  static Timestamp of(OffsetDateTime time) {
    return new Plain(time);
  }
}
