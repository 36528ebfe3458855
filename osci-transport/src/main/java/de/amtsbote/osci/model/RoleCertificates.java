package de.amtsbote.osci.model;

import de.amtsbote.osci.model.RoleCertificate.Usage;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All certificates of a message, of the intermediary and of the others.
 *
 * @param all in message order
 */
public record RoleCertificates(List<RoleCertificate> all) {

  /** A message without certificates. */
  public static final RoleCertificates NONE = new RoleCertificates(List.of());

  /** Copies the list. */
  public RoleCertificates {
    all = List.copyOf(all);
  }

  /** Starts an empty collection. */
  public static Builder builder() {
    return new Builder();
  }

  /** The certificate of a role that occurs once, or the first of several. */
  public Optional<X509Certificate> find(Role role, Usage usage) {
    return all(role, usage).stream().findFirst().map(RoleCertificate::certificate);
  }

  /** All certificates of a role and usage. */
  public List<RoleCertificate> all(Role role, Usage usage) {
    return all.stream().filter(c -> c.role() == role && c.usage() == usage).toList();
  }

  /** The certificate with this {@code Id}; empty for null, and for those that have none. */
  public Optional<RoleCertificate> byId(String id) {
    return all.stream()
        .filter(certificate -> !certificate.id().isEmpty() && certificate.id().equals(id))
        .findFirst();
  }

  /** The addressee's cipher certificate: the key of the mailbox. */
  public Optional<X509Certificate> addresseeCipher() {
    return find(Role.ADDRESSEE, Usage.CIPHER);
  }

  /** The originator's cipher certificate: answers are encrypted for it. */
  public Optional<X509Certificate> originatorCipher() {
    return find(Role.ORIGINATOR, Usage.CIPHER);
  }

  /** The certificates without those of the intermediary. */
  public RoleCertificates withoutIntermediary() {
    return new RoleCertificates(
        all.stream().filter(certificate -> certificate.role() != Role.INTERMEDIARY).toList());
  }

  /** These certificates and one more; one that is there already (same id) is not added again. */
  public RoleCertificates with(RoleCertificate certificate) {
    return new Builder().addAll(this).add(certificate).build();
  }

  /** Collects certificates and gives them the conventional ids. */
  public static final class Builder {
    private final List<RoleCertificate> all = new ArrayList<>();

    private Builder() {}

    /** Adds a certificate in a role, numbering authors and readers by themselves. */
    public Builder add(Role role, Usage usage, X509Certificate certificate) {
      int number = (int) all.stream().filter(c -> c.role() == role && c.usage() == usage).count();
      return add(RoleCertificate.of(role, number, usage, certificate));
    }

    /** Adds one unless its id is there already; it may have none. */
    public Builder add(RoleCertificate certificate) {
      if (certificate.id().isEmpty()
          || all.stream().noneMatch(c -> c.id().equals(certificate.id()))) {
        all.add(certificate);
      }
      return this;
    }

    /** Adds all of another message. */
    public Builder addAll(RoleCertificates certificates) {
      certificates.all().forEach(this::add);
      return this;
    }

    /** The collection. */
    public RoleCertificates build() {
      return new RoleCertificates(all);
    }
  }
}
