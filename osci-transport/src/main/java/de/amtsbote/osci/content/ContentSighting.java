package de.amtsbote.osci.content;

import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.security.EncryptedElement;
import de.amtsbote.osci.security.SignatureElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of the containers of one delivery up to where it was refused, for people who look
 * into it. Of a container under CBC it tells nothing that only decryption shows.
 */
public final class ContentSighting {

  /** One container, in the order in which they were opened. */
  public static final class Seen {
    private final EncryptedElement encryption;
    private final List<RoleCertificate> readers;
    private ParsedContainer parsed;
    private boolean verified;

    private Seen(EncryptedElement encryption, List<RoleCertificate> readers) {
      this.encryption = encryption;
      this.readers = List.copyOf(readers);
    }

    /** How it was encrypted, if it was. */
    public Optional<EncryptedElement> encryption() {
      return Optional.ofNullable(encryption);
    }

    /** For whom it was encrypted. */
    public List<RoleCertificate> readers() {
      return readers;
    }

    /** Its reference id, if it has one that could be seen. */
    public Optional<String> refId() {
      return Optional.ofNullable(parsed).map(container -> container.id);
    }

    /** Its signatures, right or wrong. */
    public List<SignatureElement> signatures() {
      return parsed == null ? List.of() : List.copyOf(parsed.signatures);
    }

    /** Whether all its signatures are right; false as well if nobody came to look. */
    public boolean isVerified() {
      return verified;
    }
  }

  private final List<Seen> all = new ArrayList<>();

  /** All containers that were met. */
  public List<Seen> containers() {
    return List.copyOf(all);
  }

  void encrypted(EncryptedElement element, List<RoleCertificate> readers) {
    all.add(new Seen(element, readers));
  }

  /** The container that was met last turned out to be this one. */
  void decrypted(ParsedContainer container) {
    all.get(all.size() - 1).parsed = container;
  }

  /** A container that is not encrypted by itself. */
  void plain(ParsedContainer container) {
    var seen = new Seen(null, List.of());
    seen.parsed = container;
    all.add(seen);
  }

  int size() {
    return all.size();
  }

  /** Forgets what was met inside of the container that was met as this one, and whether it fits. */
  void forgetInside(int size) {
    all.subList(size, all.size()).clear();
    all.get(size - 1).verified = false;
  }

  void verified(ParsedContainer container) {
    all.stream().filter(seen -> seen.parsed == container).forEach(seen -> seen.verified = true);
  }
}
