package de.amtsbote.gateway.intermediary;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The embedded intermediary.
 *
 * @param enabled whether it takes orders at {@code /osci/intermediary}
 * @param keyStore PKCS#12 file with its keys
 * @param passwordFile file whose only line is the password
 * @param signatureAlias alias of the key that signs its answers
 * @param cipherAlias alias of the key that opens orders
 * @param olderCipherAliases aliases of keys that clients with an older certificate still write to
 * @param maxMessageSize largest order that is read
 * @param maxTime how long one order may take, from its first octet to the last one of its answer
 * @param dialogTimeout a dialog that was not used for so long is over
 * @param mailbox how much may lie in one mailbox
 * @param keep how long things are kept
 * @param chunks limits of messages that come or go in chunks
 * @param push how deliveries are brought to recipients that have an address of their own
 * @param owners certificate files of owners with more than one mailbox, as after a renewal, by a
 *     name that you choose
 */
@ConfigurationProperties("amtsbote.intermediary")
public record IntermediaryProperties(
    @DefaultValue("false") boolean enabled,
    Path keyStore,
    Path passwordFile,
    @DefaultValue("signature") String signatureAlias,
    @DefaultValue("cipher") String cipherAlias,
    @DefaultValue List<String> olderCipherAliases,
    @DefaultValue("2GB") DataSize maxMessageSize,
    @DefaultValue("10m") Duration maxTime,
    @DefaultValue("10m") Duration dialogTimeout,
    @DefaultValue Mailbox mailbox,
    @DefaultValue Keep keep,
    @DefaultValue Chunks chunks,
    @DefaultValue Push push,
    @DefaultValue Map<String, List<Path>> owners) {

  /**
   * How much may lie in one mailbox; a sender is told to try later when it is full.
   *
   * @param deliveries most deliveries in one mailbox, received ones that are still kept included
   * @param size largest size of one mailbox
   */
  public record Mailbox(
      @DefaultValue("100000") long deliveries, @DefaultValue("100GB") DataSize size) {}

  /**
   * How long things are kept.
   *
   * @param received content of a delivery after its reception
   * @param unread content of a delivery that nobody receives
   * @param cards process cards after their last change; longer than any sender asks for them
   * @param unusedIds message ids that were given out and not used
   */
  public record Keep(
      @DefaultValue("7d") Duration received,
      @DefaultValue("90d") Duration unread,
      @DefaultValue("365d") Duration cards,
      @DefaultValue("7d") Duration unusedIds) {}

  /**
   * Limits of messages that come or go in chunks.
   *
   * @param smallest smallest chunk that is not the last one
   * @param largest largest chunk
   * @param message all chunks of one message together
   * @param client all unfinished messages of one client together
   * @param keep how long a transfer may stand still
   */
  public record Chunks(
      @DefaultValue("64KB") DataSize smallest,
      @DefaultValue("50MB") DataSize largest,
      @DefaultValue("4GB") DataSize message,
      @DefaultValue("16GB") DataSize client,
      @DefaultValue("3d") Duration keep) {}

  /**
   * How deliveries are brought to recipients that have an address of their own.
   *
   * @param recipients addresses that an order may name; no others are called
   * @param poll how often it is looked for deliveries that are due
   * @param firstPause pause after the first attempt; every further one is twice as long
   * @param longestPause longest pause between two attempts
   * @param giveUpAfter after that the delivery lies in the mailbox of its addressee
   */
  public record Push(
      @DefaultValue List<URI> recipients,
      @DefaultValue("5s") Duration poll,
      @DefaultValue("10s") Duration firstPause,
      @DefaultValue("30m") Duration longestPause,
      @DefaultValue("3d") Duration giveUpAfter) {}
}
