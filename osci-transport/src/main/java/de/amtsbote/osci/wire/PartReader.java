package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.StoredPart;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.io.DigestOutput;
import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.io.TeeInput;
import de.amtsbote.osci.mime.MimePart;
import de.amtsbote.osci.mime.MimeReader;
import de.amtsbote.osci.security.Reference.Transform;
import de.amtsbote.osci.security.SignatureElement;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
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
  private final List<StoredPart> parts = new ArrayList<>();
  private final Map<String, Map<DigestAlgorithm, byte[]>> digests = new HashMap<>();

  PartReader(Spool spool, Resources resources, SignatureElement signature) {
    this.spool = spool;
    this.resources = resources;
    this.signature = signature;
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
    InputStream body =
        running.isEmpty()
            ? part.body()
            : new TeeInput(part.body(), new DigestOutput(running.values()));
    SpoolFile octets = spool.copyOf(body);
    resources.own(octets::close);
    parts.add(new StoredPart(part.contentId(), octets));
    Map<DigestAlgorithm, byte[]> values = new EnumMap<>(DigestAlgorithm.class);
    running.forEach((algorithm, digest) -> values.put(algorithm, digest.digest()));
    digests.put(part.contentId(), values);
  }

  List<StoredPart> parts() {
    return parts;
  }

  Map<String, Map<DigestAlgorithm, byte[]>> digests() {
    return digests;
  }
}
