package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where intermediaries bring deliveries to.
 *
 * @param push by the name that routes select by; each is reached at /osci/push/NAME
 */
@ConfigurationProperties("amtsbote.osci")
public record PushProperties(@DefaultValue Map<String, Push> push) {

  /**
   * One passive recipient.
   *
   * @param tenant whose messages these are
   * @param identity own identity whose keys open orders and sign answers
   * @param intermediaries logical names in the directory of those that may bring deliveries
   * @param content id of the content that holds the XML document; the first data if it is not there
   * @param signed whether content must be signed by its author
   * @param authorCategory kind of authority that every author must be in the DVDV; absent: not
   *     checked
   * @param answerWithin how long a delivery that wants an answer at once (processDelivery) waits
   *     for it; the intermediary must have the patience; 0: such deliveries are not taken
   * @param maxSize octets of an order
   * @param maxTime until an order is read to its end
   */
  public record Push(
      String tenant,
      String identity,
      List<String> intermediaries,
      @DefaultValue("MESSAGE") String content,
      @DefaultValue("true") boolean signed,
      String authorCategory,
      @DefaultValue("30s") Duration answerWithin,
      @DefaultValue("2GB") DataSize maxSize,
      @DefaultValue("10m") Duration maxTime) {

    /** Without a list nobody may bring anything. */
    public Push {
      intermediaries = intermediaries == null ? List.of() : List.copyOf(intermediaries);
    }

    /**
     * Refuses what would only be noticed when the first delivery comes.
     *
     * @throws GatewayException CONFIGURATION_INVALID
     */
    void requireComplete(String name, SenderCategories categories) {
      var key = "amtsbote.osci.push.%s.".formatted(name);
      if (tenant == null || tenant.isBlank()) {
        throw new GatewayException(
            ErrorCode.CONFIGURATION_INVALID,
            key + "tenant is missing; say whose messages these are");
      }
      if (intermediaries.isEmpty()) {
        throw new GatewayException(
            ErrorCode.CONFIGURATION_INVALID,
            key + "intermediaries is missing; name those that may bring deliveries");
      }
      categories.requireAskable(key + "author-category", authorCategory);
    }
  }
}
