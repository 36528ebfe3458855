package de.amtsbote.osci.wire;

import de.amtsbote.osci.crypto.ContentCipher;
import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.xml.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.List;

/** A composed message that is encrypted while it is read, each time to the same octets. */
final class EncryptedMessage implements ComposedMessage {

  private final Markup head;
  private final Markup inner;
  private final Markup tail;
  private final ContentCipher cipher;
  private final byte[] key;
  private final byte[] vector;
  private final Resources resources;

  EncryptedMessage(
      Markup head,
      Markup inner,
      Markup tail,
      ContentCipher cipher,
      byte[] key,
      byte[] vector,
      Resources resources) {
    this.head = head;
    this.inner = inner;
    this.tail = tail;
    this.cipher = cipher;
    this.key = key;
    this.vector = vector;
    this.resources = resources;
  }

  @Override
  public long length() {
    return head.length() + cipher.encryptedLength(inner.length()) + tail.length();
  }

  @Override
  public InputStream open() throws IOException {
    try {
      return new SequenceInputStream(
          Collections.enumeration(
              List.of(head.open(), cipher.encrypt(key, vector, inner.open()), tail.open())));
    } catch (GeneralSecurityException e) {
      throw new IOException("The message cannot be encrypted", e);
    }
  }

  @Override
  public void close() {
    resources.close();
  }
}
