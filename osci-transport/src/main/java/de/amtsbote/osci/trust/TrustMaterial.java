package de.amtsbote.osci.trust;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Everything a check needs from configuration; one immutable state of it.
 *
 * @param anchors certificates that are trusted as they are, usually root CAs
 * @param intermediates CA certificates that help to find a path, not trusted by themselves
 * @param crls revocation lists that are at hand without a network
 */
public record TrustMaterial(
    Set<X509Certificate> anchors, List<X509Certificate> intermediates, List<X509CRL> crls)
    implements Supplier<TrustMaterial> {

  /** Copies the collections. */
  public TrustMaterial {
    anchors = Set.copyOf(anchors);
    intermediates = List.copyOf(intermediates);
    crls = List.copyOf(crls);
  }

  /** Anchors only. */
  public static TrustMaterial of(Collection<X509Certificate> anchors) {
    return new TrustMaterial(Set.copyOf(anchors), List.of(), List.of());
  }

  /** The same with more certificates that help to find a path. */
  TrustMaterial with(List<X509Certificate> helpers) {
    if (helpers.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(intermediates);
    all.addAll(helpers);
    return new TrustMaterial(anchors, all, crls);
  }

  /** Itself: material that never changes. */
  @Override
  public TrustMaterial get() {
    return this;
  }
}
