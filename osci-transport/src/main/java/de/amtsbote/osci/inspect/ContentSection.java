package de.amtsbote.osci.inspect;

import de.amtsbote.osci.content.ContentSighting;
import de.amtsbote.osci.content.ForeignContainer;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.content.SignatureFacts;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.io.DigestOutput;
import de.amtsbote.osci.io.Streams;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the contents are, by size and hash; never the contents themselves.
 *
 * @param sighting knows for whom else they are encrypted
 */
record ContentSection(ContentSighting sighting) {

  List<Object> containers(OpenedContent content) throws IOException {
    var containers = new ArrayList<Object>();
    for (var container : content.containers()) {
      containers.add(container(container));
    }
    for (var foreign : content.foreign()) {
      containers.add(foreign(foreign));
    }
    return containers;
  }

  private Map<String, Object> container(OpenedContainer container) throws IOException {
    var contents = new ArrayList<Object>();
    for (var item : container.items()) {
      contents.add(item(item));
    }
    var nested = new ArrayList<Object>();
    for (var inner : container.encrypted()) {
      nested.add(container(inner));
    }
    container.foreign().forEach(foreign -> nested.add(foreign(foreign)));
    var encryption = container.encryptedWith();
    var tree =
        new Tree()
            .put("refId", container.id())
            .put("contents", contents)
            .put(
                "signatures",
                container.signatures().stream().map(ContentSection::signature).toList());
    if (encryption.isPresent()) {
      var facts = new Tree().put("encryptedDataId", encryption.get().id());
      EnvelopeSection.encryption(encryption.get()).forEach(facts::put);
      tree.put("encryption", facts.put("readers", readers(encryption.get().id())).build());
    } else {
      tree.put("encryption", null);
    }
    return nested.isEmpty() ? tree.build() : tree.put("nestedEncrypted", nested).build();
  }

  private List<Object> readers(String encryptedDataId) {
    var readers = new ArrayList<Object>();
    for (var seen : sighting.containers()) {
      if (seen.encryption().filter(it -> Objects.equals(it.id(), encryptedDataId)).isPresent()) {
        seen.readers().forEach(reader -> readers.add(reader(reader)));
      }
    }
    return readers;
  }

  private static Map<String, Object> foreign(ForeignContainer foreign) {
    var encryption =
        new Tree()
            .put("encryptedDataId", foreign.id())
            .put("readable", false)
            .put("readers", foreign.readers().stream().map(ContentSection::reader).toList());
    return new Tree()
        .put("refId", null)
        .put("contents", List.of())
        .put("signatures", List.of())
        .put("encryption", encryption.build())
        .build();
  }

  static Map<String, Object> reader(RoleCertificate reader) {
    return new Tree()
        .put("role", reader.role().idPrefix())
        .put("subject", reader.certificate().getSubjectX500Principal().getName())
        .put("sha256", RoleCertificate.fingerprint(reader.certificate()))
        .build();
  }

  private static Map<String, Object> signature(SignatureFacts facts) {
    return new Tree()
        .put("role", facts.signer().role().idPrefix())
        .put("valid", true)
        .put("subject", facts.signer().certificate().getSubjectX500Principal().getName())
        .put("signatureMethod", facts.algorithm().uri())
        .put("digestMethod", EnvelopeSection.digestMethod(facts))
        .putIfThere("signingTime", EnvelopeSection.seconds(facts.signingTime()))
        .build();
  }

  private Map<String, Object> item(OpenedItem item) throws IOException {
    var tree = new Tree().put("refId", item.refId());
    if (item instanceof OpenedItem.Nested nested) {
      return tree.put("kind", "container").put("container", container(nested.container())).build();
    }
    var octets = (OpenedItem.Octets) item;
    boolean attached = octets instanceof OpenedItem.Attachment;
    tree.put("kind", attached ? "attachment" : "data")
        .put("name", octets instanceof OpenedItem.Attachment part ? part.name() : null)
        .put("size", octets.size())
        .put("sha256", sha256(octets));
    if (octets instanceof OpenedItem.Attachment part && part.encrypted().isPresent()) {
      tree.put("encryptedWith", part.encryption().cipher().uri())
          .put("ivLength", part.encryption().ivLength());
    }
    return tree.build();
  }

  private static String sha256(OpenedItem.Octets octets) throws IOException {
    try (var in = octets.open()) {
      return sha256(in);
    }
  }

  static String sha256(SpoolFile octets) throws IOException {
    try (var in = octets.open()) {
      return sha256(in);
    }
  }

  private static String sha256(InputStream in) throws IOException {
    var digest = CryptoProviders.digest(DigestAlgorithm.SHA256);
    Streams.copy(in, new DigestOutput(List.of(digest)));
    return HexFormat.of().formatHex(digest.digest());
  }
}
