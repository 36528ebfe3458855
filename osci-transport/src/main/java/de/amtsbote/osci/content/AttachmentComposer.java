package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.ContentCipher;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.DigestOutput;
import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.io.Streams;
import de.amtsbote.osci.io.TeeInput;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings attachments into the form they travel in, reading each source once. */
final class AttachmentComposer {

  private final Spool spool;
  private final Written written;
  private final Resources resources;
  private final List<ComposedPart> parts = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  AttachmentComposer(Spool spool, Written written, Resources resources) {
    this.spool = spool;
    this.written = written;
    this.resources = resources;
  }

  List<ComposedPart> parts() {
    return List.copyOf(parts);
  }

  /** Adds a part; gives the digest over its plain octets. */
  byte[] plain(String name, ContentSource source) throws IOException {
    MessageDigest digest = CryptoProviders.digest(written.digest());
    try (InputStream in = source.open()) {
      SpoolFile file = spooled(new TeeInput(in, new DigestOutput(List.of(digest))));
      byte[] value = digest.digest();
      add(name, file, value);
      return value;
    }
  }

  /** Adds a part encrypted under the key; gives the digest over its plain octets. */
  byte[] encrypted(String name, ContentSource source, byte[] key) throws IOException {
    MessageDigest plain = CryptoProviders.digest(written.digest());
    MessageDigest travelling = CryptoProviders.digest(written.digest());
    ContentCipher cipher = new ContentCipher(written.cipher(), written.ivLength());
    try (InputStream in = source.open()) {
      InputStream witnessed = new TeeInput(in, new DigestOutput(List.of(plain)));
      InputStream encrypted = cipher.encrypt(key, cipher.newVector(), witnessed);
      SpoolFile file = spooled(new TeeInput(encrypted, new DigestOutput(List.of(travelling))));
      add(name, file, travelling.digest());
      return plain.digest();
    } catch (GeneralSecurityException e) {
      throw new OsciException(Rule.KEY_OPERATION, "encrypting an attachment", e);
    }
  }

  /** Adds a part that was received and goes on as it is. */
  void stored(StoredPart part) throws IOException {
    MessageDigest digest = CryptoProviders.digest(written.digest());
    try (InputStream in = part.octets().open()) {
      Streams.copy(in, new DigestOutput(List.of(digest)));
    }
    add(part.name(), part.octets(), digest.digest());
  }

  private SpoolFile spooled(InputStream in) throws IOException {
    SpoolFile file = spool.copyOf(in);
    resources.own(file::close);
    return file;
  }

  private void add(String name, SpoolFile file, byte[] digest) throws OsciException {
    if (!names.add(name)) {
      throw new OsciException(Rule.MIME_DUPLICATE_PART, name);
    }
    parts.add(new ComposedPart(name, file, digest));
  }
}
