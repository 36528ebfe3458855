package de.amtsbote.gateway.delivery.fitconnect;

import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.fitconnect.AuthenticationTags;
import de.amtsbote.gateway.fitconnect.FitConnectApi;
import de.amtsbote.gateway.fitconnect.Metadata;
import de.amtsbote.gateway.fitconnect.jose.JweWriter;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** A hand-over as a submission; the ids of its attachments are the same on every attempt. */
final class OutgoingSubmission {

  static final String XML = "application/xml";

  private static final Pattern MEDIA_TYPE = Pattern.compile("[-\\w.]+/[-\\w.+]+");

  private final Handover handover;
  private final Target target;
  private final Map<UUID, String> attachmentTags = new TreeMap<>();

  OutgoingSubmission(Handover handover, Target target) {
    this.handover = handover;
    this.target = target;
  }

  static List<UUID> attachmentIds(Handover handover) {
    var ids = new ArrayList<UUID>();
    for (var i = 0; i < handover.attachments().size(); i++) {
      ids.add(id(handover.deliveryId() + " " + i));
    }
    return ids;
  }

  /** A UUID that looks like a random one, made of a text. */
  private static UUID id(String text) {
    var made = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    return new UUID(
        made.getMostSignificantBits() & ~0xf000L | 0x4000L, made.getLeastSignificantBits());
  }

  /** Uploads all attachments; those that an earlier attempt has uploaded are exchanged. */
  void attach(FitConnectApi api, UUID submission) throws IOException {
    var ids = attachmentIds(handover);
    for (var i = 0; i < ids.size(); i++) {
      var part = handover.attachments().get(i);
      var jwe = jwe(mediaType(part), part);
      api.attach(submission, ids.get(i), jwe);
      attachmentTags.put(ids.get(i), jwe.tag());
    }
  }

  /** Hands it in, and tells the tags of all its pieces. */
  AuthenticationTags submit(FitConnectApi api, UUID submission) throws IOException {
    var metadata = metadata();
    var data = jwe(XML, handover.payload());
    api.submit(submission, metadata, data);
    return new AuthenticationTags(metadata.tag(), data.tag(), attachmentTags);
  }

  private JweWriter jwe(String mediaType, HandoverPart part) throws IOException {
    return new JweWriter(target.key(), mediaType, part.content()::open, part.size());
  }

  private JweWriter metadata() throws IOException {
    var attachments = new ArrayList<Metadata.Attachment>();
    var ids = attachmentIds(handover);
    for (var i = 0; i < ids.size(); i++) {
      var part = handover.attachments().get(i);
      attachments.add(
          new Metadata.Attachment(
              ids.get(i), part.name(), mediaType(part), "attachment", sha512(part)));
    }
    var document = new Metadata.Content(target.schema(), XML, sha512(handover.payload()));
    var service = target.publicService();
    var json = new Metadata(service.get("identifier"), document, attachments).json(service);
    return new JweWriter(
        target.key(), "application/json", () -> new ByteArrayInputStream(json), json.length);
  }

  private static String mediaType(HandoverPart part) {
    var known = part.mediaType() == null ? "" : part.mediaType().replaceFirst(";.*", "").strip();
    return MEDIA_TYPE.matcher(known).matches() ? known : "application/octet-stream";
  }

  private static String sha512(HandoverPart part) throws IOException {
    try (var in =
        new DigestInputStream(
            part.content().open(), CryptoProviders.digest(DigestAlgorithm.SHA512))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }
}
