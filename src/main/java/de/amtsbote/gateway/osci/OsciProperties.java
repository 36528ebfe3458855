package de.amtsbote.gateway.osci;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the gateway needs to take part in OSCI-Transport.
 *
 * @param identity the identity that signs when a route names none; may be absent when there is one
 * @param identities own identities by name
 * @param trust folder with the certificates that are trusted: anchors, intermediates, crls
 * @param revocation what happens with a certificate whose revocation cannot be checked
 * @param receipts how receipts are asked for
 */
@ConfigurationProperties("amtsbote.osci")
public record OsciProperties(
    String identity,
    @DefaultValue Map<String, Identity> identities,
    Path trust,
    @DefaultValue("refuse") Revocation revocation,
    @DefaultValue Receipts receipts) {

  /**
   * An own identity.
   *
   * @param keyStore PKCS#12 file with its keys
   * @param passwordFile file whose only line is the password
   * @param signatureAlias alias of the key that signs
   * @param cipherAlias alias of the key that opens; its certificate names the mailbox
   */
  public record Identity(
      Path keyStore,
      Path passwordFile,
      @DefaultValue("signature") String signatureAlias,
      @DefaultValue("cipher") String cipherAlias) {}

  /** What happens with a certificate whose revocation cannot be checked. */
  public enum Revocation {
    /** It is refused. */
    REFUSE,
    /** It is used, and the log says so. */
    WARN,
    /** Revocation is not checked at all; for closed test networks. */
    OFF
  }

  /**
   * How receipts are asked for.
   *
   * @param poll how often due receipts are looked for, and the first waiting time of each
   * @param slowest longest time between two questions for the same receipt
   * @param batch how many process cards are asked for in one order
   */
  public record Receipts(
      @DefaultValue("10s") Duration poll,
      @DefaultValue("15m") Duration slowest,
      @DefaultValue("50") int batch) {}
}
