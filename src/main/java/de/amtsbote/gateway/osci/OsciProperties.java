package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.message.ReceiptPace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the gateway needs to take part in OSCI-Transport.
 *
 * @param identity the identity that signs when a route names none; may be absent when there is one
 * @param identities own identities by name
 * @param trust folder with the certificates that are trusted: anchors, intermediates, crls
 * @param revocation what happens with a certificate whose revocation cannot be checked
 * @param online how revocation is asked for over the network
 * @param chunks when messages travel in chunks
 * @param timeouts how long an exchange with an intermediary may take
 * @param receipts how receipts are asked for
 */
@ConfigurationProperties("amtsbote.osci")
public record OsciProperties(
    String identity,
    @DefaultValue Map<String, Identity> identities,
    Path trust,
    @DefaultValue("refuse") Revocation revocation,
    @DefaultValue Online online,
    @DefaultValue Chunks chunks,
    @DefaultValue Timeouts timeouts,
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
   * How revocation is asked for over the network: OCSP responders and CRLs that the certificates
   * name. Only certificates of a trusted CA are asked for.
   *
   * @param enabled false: only the CRLs in the trust folder count
   * @param timeout time for one question to a responder
   * @param keep how long an answer is used at most, even if it names a later update
   * @param retry how long a responder that failed is left alone
   */
  public record Online(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("5s") Duration timeout,
      @DefaultValue("1h") Duration keep,
      @DefaultValue("1m") Duration retry) {}

  /**
   * When messages travel in chunks, if the intermediary takes them; the directory may say otherwise
   * for an intermediary.
   *
   * @param above larger messages travel in chunks
   * @param size size of a chunk
   * @param attempts how often a chunk is tried before the message waits
   * @param pause pause between two attempts with a chunk
   */
  public record Chunks(
      @DefaultValue("50MB") DataSize above,
      @DefaultValue("10MB") DataSize size,
      @DefaultValue("5") int attempts,
      @DefaultValue("2s") Duration pause) {}

  /**
   * How long an exchange with an intermediary may take.
   *
   * @param connect until the connection stands
   * @param answer until the answer begins, sending included; large messages that are not sent in
   *     chunks need their time
   * @param whole until the answer is read to its end
   */
  public record Timeouts(
      @DefaultValue("10s") Duration connect,
      @DefaultValue("5m") Duration answer,
      @DefaultValue("30m") Duration whole) {}

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
      @DefaultValue("50") int batch) {

    ReceiptPace pace() {
      return new ReceiptPace(poll, slowest);
    }
  }
}
