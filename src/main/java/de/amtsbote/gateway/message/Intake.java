package de.amtsbote.gateway.message;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes one new message part by part. Nothing of it is in the store before {@link #commit}; closing
 * without commit leaves nothing behind. Not safe for use by several threads.
 */
public final class Intake implements Closeable {

  private final MessageId id;
  private final WrappedKey wrappedKey;
  private final ChunkSpool spool;
  private final PartCipher cipher;
  private final PartSealer sealer;
  private final VirusScanner scanner;
  private final Reception reception;
  private final List<SealedPart> parts = new ArrayList<>();
  private boolean identified;
  private XoevIdentity identity;

  Intake(
      Reception reception, MessageId id, KeyWrapper keys, ChunkSpool spool, VirusScanner scanner) {
    this.scanner = scanner;
    this.reception = reception;
    this.id = id;
    this.spool = spool;
    var dataKey = PartCipher.newDataKey();
    this.wrappedKey = keys.wrap(dataKey);
    this.cipher = new PartCipher(id, dataKey);
    this.sealer = new PartSealer(cipher, spool);
  }

  /**
   * Reads a part to its end, scanning, hashing and encrypting on the way; the stream is closed.
   *
   * @return what is known of the part now
   * @throws IOException when the content cannot be read
   * @throws GatewayException {@link ErrorCode#STORAGE_FULL} when there is no room, {@link
   *     ErrorCode#CONTENT_INFECTED}, {@link ErrorCode#CONTENT_UNSCANNABLE} or {@link
   *     ErrorCode#SCANNER_UNAVAILABLE} as the virus scanner says
   */
  public Part add(PartRole role, String name, String mediaType, InputStream content)
      throws IOException {
    try (content) {
      return addClosed(role, name, mediaType, scanner.scanned(content));
    }
  }

  /** The same for what nobody here can look into, or what is put aside as it came: not scanned. */
  public Part addClosed(PartRole role, String name, String mediaType, InputStream content)
      throws IOException {
    var held = sealer.seal(parts.size(), role, name, mediaType, content);
    parts.add(held);
    return held.part();
  }

  /**
   * Reads what the message says of itself. Whoever commits inside of a transaction of his own calls
   * this before, so that nobody waits for locks and connections while a document is read.
   *
   * @throws GatewayException {@link ErrorCode#PAYLOAD_MISSING} without a payload
   */
  public void identify() {
    requirePayload();
    identity = reception.identity(this).orElse(null);
    identified = true;
  }

  /**
   * Stores the message with its first timeline entry and its work in one transaction.
   *
   * @return the receipt; when the same message came before under this idempotency key, its first
   *     receipt
   * @throws GatewayException {@link ErrorCode#IDEMPOTENCY_CONFLICT} when another message came
   *     before under this key; {@link ErrorCode#XOEV_UUID_CONFLICT} when one with the same author
   *     and XÖV UUID did; {@link ErrorCode#PAYLOAD_MISSING} without a payload
   */
  public Receipt commit(NewMessage message) {
    if (!identified) {
      identify();
    }
    return reception.commit(this, message, Optional.ofNullable(identity));
  }

  /**
   * Stores a message although another one has its XÖV UUID, for an entry that cannot refuse; the
   * caller rejects it in the same transaction.
   */
  public Receipt commitDespiteUuid(NewMessage message) {
    requirePayload();
    return reception.commit(this, message, Optional.empty());
  }

  private void requirePayload() {
    if (parts.stream().filter(held -> held.part().role() == PartRole.PAYLOAD).count() != 1) {
      throw new GatewayException(ErrorCode.PAYLOAD_MISSING, "a message has exactly one payload");
    }
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

  /** The payload as it was put in, as often as asked until the intake is closed. */
  public InputStream openPayload() {
    long start = 0;
    for (var held : parts) {
      if (held.part().role() == PartRole.PAYLOAD) {
        return open(held, start);
      }
      start += held.part().size() + (long) held.chunkCount() * PartCipher.SEAL_BYTES;
    }
    throw new GatewayException(ErrorCode.PAYLOAD_MISSING, "a message has exactly one payload");
  }

  private InputStream open(SealedPart held, long start) {
    var full = PartCipher.CHUNK_SIZE + PartCipher.SEAL_BYTES;
    var number = held.part().number();
    return new PartInputStream(
        chunk -> {
          var plain =
              Math.min(
                  PartCipher.CHUNK_SIZE, held.part().size() - (long) chunk * PartCipher.CHUNK_SIZE);
          try {
            return spool.read(start + (long) chunk * full, (int) plain + PartCipher.SEAL_BYTES);
          } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be read", e);
          }
        },
        cipher,
        id,
        number,
        held.chunkCount());
  }

  InputStream sealedContent() throws IOException {
    return spool.content();
  }
}
