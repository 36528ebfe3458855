package de.amtsbote.gateway.route.content;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import java.util.Optional;
import org.apache.camel.Exchange;

/** The stored message that an exchange works on. */
public final class CurrentMessage {

  private static final String PROPERTY = "AmtsboteCurrentMessage";

  private CurrentMessage() {}

  public static void set(Exchange exchange, Message message) {
    exchange.setProperty(PROPERTY, message);
  }

  /** Nothing when the route did not start at {@code amtsbote:inbox}. */
  public static Optional<Message> find(Exchange exchange) {
    return Optional.ofNullable(exchange.getProperty(PROPERTY, Message.class));
  }

  /**
   * The message.
   *
   * @throws GatewayException ROUTE_FAILED when the route did not start at {@code amtsbote:inbox}
   */
  public static Message of(Exchange exchange) {
    return find(exchange)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.ROUTE_FAILED,
                    "route '%s' has no stored message; let it start at amtsbote:inbox, or put what"
                            .formatted(exchange.getFromRouteId())
                        + " it has into the store with amtsbote:submit first"));
  }
}
