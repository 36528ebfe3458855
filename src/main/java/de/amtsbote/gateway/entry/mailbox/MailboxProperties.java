package de.amtsbote.gateway.entry.mailbox;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The OSCI mailboxes that are fetched from.
 *
 * @param mailboxes by the name that routes select by
 */
@ConfigurationProperties("amtsbote.osci")
public record MailboxProperties(@DefaultValue Map<String, Mailbox> mailboxes) {

  /**
   * One mailbox.
   *
   * @param tenant whose messages these are
   * @param intermediary logical name in the directory
   * @param identity own identity whose cipher certificate names the mailbox
   * @param poll how often it is looked into
   * @param content id of the content that holds the XML document; the first data if it is not there
   * @param signed whether content must be signed by its author
   * @param authorCategory kind of authority that every author must be in the DVDV, such as {@code
   *     Meldebehörde}; absent: not checked
   * @param retryClosed how long a delivery that cannot be opened is left alone
   * @param largest most octets that a delivery may have as the intermediary sends it; a larger one
   *     is put aside
   */
  public record Mailbox(
      @DefaultValue("default") String tenant,
      String intermediary,
      String identity,
      @DefaultValue("10s") Duration poll,
      @DefaultValue("MESSAGE") String content,
      @DefaultValue("true") boolean signed,
      String authorCategory,
      @DefaultValue("15m") Duration retryClosed,
      @DefaultValue("4GB") DataSize largest) {}
}
