package de.amtsbote.osci.content;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import java.security.cert.X509Certificate;
import java.util.List;

/** Something is encrypted for others: it says for whom, so that the right key can be looked for. */
public final class NoKeyException extends OsciException {
  private static final long serialVersionUID = 1L;

  private final transient List<X509Certificate> readers;
  private final transient List<ForeignContainer> foreign;

  private NoKeyException(Rule rule, List<X509Certificate> readers, List<ForeignContainer> foreign) {
    super(rule, null);
    this.readers = List.copyOf(readers);
    this.foreign = List.copyOf(foreign);
  }

  /** A message that none of the keys opens on its way. */
  public static NoKeyException ofMessage(List<X509Certificate> readers) {
    return new NoKeyException(Rule.TRANSPORT_NO_KEY, readers, List.of());
  }

  /** A delivery in which none of the keys opens anything. */
  public static NoKeyException ofContent(List<ForeignContainer> foreign) {
    return new NoKeyException(
        Rule.CONTENT_NO_KEY,
        foreign.stream().flatMap(c -> c.readers().stream()).map(r -> r.certificate()).toList(),
        foreign);
  }

  /** Certificates whose keys would open it, as far as the message carries them. */
  public List<X509Certificate> readers() {
    return readers;
  }

  /** The containers that stay closed; empty if it is the message itself. */
  public List<ForeignContainer> foreign() {
    return foreign;
  }
}
