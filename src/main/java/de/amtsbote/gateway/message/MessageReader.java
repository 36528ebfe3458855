package de.amtsbote.gateway.message;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads messages, their timelines and their content. */
final class MessageReader {

  private final PostgresTables tables;
  private final KeyWrapper keys;

  MessageReader(PostgresTables tables, KeyWrapper keys) {
    this.tables = tables;
    this.keys = keys;
  }

  Optional<Message> find(MessageId id) {
    return tables.messages().find(id, tables.parts().find(id));
  }

  Map<MessageId, Message> find(Collection<MessageId> ids) {
    return tables.messages().find(ids, tables.parts().find(ids)).stream()
        .collect(Collectors.toMap(Message::id, Function.identity()));
  }

  List<Message> search(MessageSearch search) {
    return tables.search().find(search);
  }

  Optional<String> entryKey(MessageId id) {
    return tables.idempotency().keyOf(id);
  }

  List<TimelineEntry> timeline(MessageId id) {
    return tables.timeline().all(id);
  }

  InputStream open(MessageId id, int part) {
    var opening = tables.parts().opening(id, part).orElseThrow(() -> unknown(id));
    if (opening.key() == null) {
      throw new GatewayException(ErrorCode.CONTENT_ERASED, "message " + id);
    }
    if (opening.chunkCount() < 0) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "message " + id + " has no part " + part);
    }
    return new PartInputStream(
        number -> number == 0 ? opening.first() : tables.parts().chunk(id, part, number),
        new PartCipher(id, keys.unwrap(opening.key())),
        id,
        part,
        opening.chunkCount());
  }

  static GatewayException unknown(MessageId id) {
    return new GatewayException(ErrorCode.MESSAGE_UNKNOWN, "message " + id);
  }
}
