package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.StoredPart;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.io.DigestOutput;
import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.io.Streams;
import de.amtsbote.osci.io.TeeInput;
import de.amtsbote.osci.mime.MimePart;
import de.amtsbote.osci.mime.MimeReader;
import de.amtsbote.osci.security.Reference.Transform;
import de.amtsbote.osci.security.SignatureElement;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Spools the attachments of a message and digests them as the order signature asks for it. */
final class PartReader {

  private final Spool spool;
  private final Resources resources;
  private final SignatureElement signature;
  private final SpoolFile message;
  private final List<StoredPart> parts = new ArrayList<>();
  private final Map<String, Map<DigestAlgorithm, byte[]>> digests = new HashMap<>();

  /**
   * A reader of the parts of one message.
   *
   * @param message the whole of it if it is spooled already, so that parts need no copy; else null
   */
  PartReader(Spool spool, Resources resources, SignatureElement signature, SpoolFile message) {
    this.spool = spool;
    this.resources = resources;
    this.signature = signature;
    this.message = message;
  }

  void readAll(MimeReader mime) throws IOException {
    for (MimePart part = mime.next(); part != null; part = mime.next()) {
      read(part);
    }
  }

  private void read(MimePart part) throws IOException {
    Map<DigestAlgorithm, MessageDigest> running = new EnumMap<>(DigestAlgorithm.class);
    if (signature != null) {
      signature
          .digestsOf("cid:" + part.contentId(), Transform.NONE)
          .forEach(algorithm -> running.put(algorithm, CryptoProviders.digest(algorithm)));
    }
    OutputStream witness = new DigestOutput(running.values());
    parts.add(new StoredPart(part.contentId(), octets(part, witness)));
    Map<DigestAlgorithm, byte[]> values = new EnumMap<>(DigestAlgorithm.class);
    running.forEach((algorithm, digest) -> values.put(algorithm, digest.digest()));
    digests.put(part.contentId(), values);
  }

  private SpoolFile octets(MimePart part, OutputStream witness) throws IOException {
    if (message != null && !part.coded()) {
      return message.slice(part.offset(), Streams.copy(part.body(), witness));
    }
    SpoolFile octets = spool.copyOf(new TeeInput(part.body(), witness));
    resources.own(octets::close);
    return octets;
  }

  List<StoredPart> parts() {
    return parts;
  }

  Map<String, Map<DigestAlgorithm, byte[]>> digests() {
    return digests;
  }
}
