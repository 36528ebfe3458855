package de.amtsbote.osci.wire;

import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.security.EncryptedElement;
import de.amtsbote.osci.security.SignatureElement;
import java.util.Optional;

/**
 * What was seen of one message up to where it was refused, for people who look into it; nothing in
 * it is verified. Of a message under CBC it tells nothing that only decryption shows.
 */
public final class Sighting {

  private static final Envelope NOTHING = new Envelope();

  private Envelope outer;
  private Envelope inner;

  void add(Envelope envelope) {
    if (outer == null) {
      outer = envelope;
    } else {
      inner = envelope;
    }
  }

  void forgetInner() {
    inner = null;
  }

  private Envelope message() {
    if (inner != null) {
      return inner;
    }
    return outer == null ? NOTHING : outer;
  }

  /** What the message says it is. */
  public Optional<MessageType> type() {
    return Optional.ofNullable(message().type);
  }

  /** How it says it was encrypted on the way. */
  public Optional<EncryptedElement> transport() {
    return Optional.ofNullable(outer).map(envelope -> envelope.encrypted);
  }

  /** Its order signature, right or wrong. */
  public Optional<SignatureElement> orderSignature() {
    return Optional.ofNullable(message().signature);
  }

  /** Its dialog data. */
  public Optional<ControlBlock> control() {
    return Optional.ofNullable(message().control);
  }

  /** The certificates it brings along. */
  public RoleCertificates certificates() {
    return message().certificates;
  }
}
