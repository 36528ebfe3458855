package de.amtsbote.gateway.message;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes one new message part by part. Nothing of it is in the store before {@link #commit}; closing
 * without commit leaves nothing behind. Not safe for use by several threads.
 */
public final class Intake implements Closeable {

  private final MessageId id;
  private final WrappedKey wrappedKey;
  private final ChunkSpool spool;
  private final PartSealer sealer;
  private final Reception reception;
  private final List<SealedPart> parts = new ArrayList<>();

  Intake(Reception reception, MessageId id, KeyWrapper keys, ChunkSpool spool) {
    this.reception = reception;
    this.id = id;
    this.spool = spool;
    var dataKey = PartCipher.newDataKey();
    this.wrappedKey = keys.wrap(dataKey);
    this.sealer = new PartSealer(new PartCipher(id, dataKey), spool);
  }

  /**
   * Reads a part to its end, hashing and encrypting on the way; the stream is closed.
   *
   * @return what is known of the part now
   * @throws IOException when the content cannot be read
   * @throws GatewayException {@link ErrorCode#STORAGE_FULL} when there is no room
   */
  public Part add(PartRole role, String name, String mediaType, InputStream content)
      throws IOException {
    var held = sealer.seal(parts.size(), role, name, mediaType, content);
    parts.add(held);
    return held.part();
  }

  /**
   * Stores the message with its first timeline entry and its work in one transaction.
   *
   * @return the receipt; when the same message came before under this idempotency key, its first
   *     receipt
   * @throws GatewayException {@link ErrorCode#IDEMPOTENCY_CONFLICT} when another message came
   *     before under this key; {@link ErrorCode#PAYLOAD_MISSING} without a payload
   */
  public Receipt commit(NewMessage message) {
    if (parts.stream().filter(held -> held.part().role() == PartRole.PAYLOAD).count() != 1) {
      throw new GatewayException(ErrorCode.PAYLOAD_MISSING, "a message has exactly one payload");
    }
    return reception.commit(this, message);
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }

  MessageId id() {
    return id;
  }

  WrappedKey wrappedKey() {
    return wrappedKey;
  }

  List<SealedPart> parts() {
    return parts;
  }

  Part payload() {
    return parts.stream()
        .map(SealedPart::part)
        .filter(part -> part.role() == PartRole.PAYLOAD)
        .findFirst()
        .orElseThrow();
  }

  InputStream sealedContent() throws IOException {
    return spool.content();
  }
}
