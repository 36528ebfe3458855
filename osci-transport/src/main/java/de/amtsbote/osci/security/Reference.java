package de.amtsbote.osci.security;

import de.amtsbote.osci.crypto.DigestAlgorithm;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A reference of a signature.
 *
 * @param uri {@code #id} or {@code cid:name}
 * @param transform how the octets to digest come about; null if it is not one step
 * @param digestUri digest method
 * @param digest its value
 */
public record Reference(String uri, Transform transform, String digestUri, byte[] digest) {

  /** How the octets to digest come about. */
  public enum Transform {
    /** None named: the octets of a part, or the canonical form of an element. */
    NONE,
    /** The canonical form of an element. */
    CANONICAL,
    /** The octets that the Base64 text of an element stands for. */
    BASE64,
    /** By an algorithm that OSCI-Transport has not. */
    UNKNOWN
  }

  /** The digest method, if we know it. */
  public Optional<DigestAlgorithm> algorithm() {
    return DigestAlgorithm.of(digestUri);
  }

  /** Whether an attachment is meant. */
  public boolean isPart() {
    return uri.startsWith("cid:");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reference that
        && uri.equals(that.uri)
        && transform == that.transform
        && digestUri.equals(that.digestUri)
        && Arrays.equals(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(uri, digestUri);
  }
}
