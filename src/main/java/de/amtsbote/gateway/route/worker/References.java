package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.correlation.Correlation;
import de.amtsbote.gateway.route.amtsbote.AmtsboteConstants;
import java.util.HashMap;
import java.util.Map;

/** What a route is told of the case that its message belongs to. */
final class References {

  private final MessageStore store;

  References(MessageStore store) {
    this.store = store;
  }

  Map<String, Object> of(Message message, Correlation known) {
    var headers = new HashMap<String, Object>();
    if (known.processRef() != null) {
      headers.put(AmtsboteConstants.PROCESS_REF, known.processRef());
    }
    if (known.inReplyTo() != null) {
      headers.put(AmtsboteConstants.IN_REPLY_TO, known.inReplyTo().toString());
      store
          .find(message.tenant(), known.inReplyTo())
          .ifPresent(
              it -> {
                headers.put(AmtsboteConstants.ANSWERED_ENTRY, Keys.entry(it));
                headers.put(AmtsboteConstants.ANSWERED_ACCOUNT, it.entry().account());
              });
    }
    return headers;
  }
}
