package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds messages by their XTA ids; one that did not come over XTA gets an id made of its own. */
final class XtaIds {

  private static final String UUID_TEXT = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final int LONGEST_PREFIX =
      Orders.LONGEST_ID - "urn:de:xta:messageid::".length() - 36;

  private final PostgresXtaMessages messages;
  private final String prefix;
  private final Pattern own;

  XtaIds(PostgresXtaMessages messages, String prefix) {
    var form = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,%d}".formatted(LONGEST_PREFIX - 1));
    if (!form.matcher(prefix).matches()) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.xta.server.prefix must be letters, digits, '.', '_' or '-', %d at most"
              .formatted(LONGEST_PREFIX));
    }
    this.messages = messages;
    this.prefix = "urn:de:xta:messageid:" + prefix + ":";
    this.own =
        Pattern.compile(
            Pattern.quote(PostgresXtaMessages.key(this.prefix)) + "(" + UUID_TEXT + ")");
  }

  /** A new id. */
  String next() {
    return prefix + UUID.randomUUID();
  }

  /** The id of a message. */
  String of(MessageId id) {
    return messages.find(id).map(XtaRecord::xtaId).orElse(prefix + id);
  }

  /** The messages of a tenant that may be meant by these ids. */
  Set<MessageId> resolve(String tenant, Collection<String> ids) {
    var found = new HashSet<>(messages.byIds(tenant, ids));
    for (var id : ids) {
      var made = own.matcher(PostgresXtaMessages.key(id));
      if (made.matches()) {
        found.add(new MessageId(UUID.fromString(made.group(1))));
      }
    }
    return found;
  }
}
