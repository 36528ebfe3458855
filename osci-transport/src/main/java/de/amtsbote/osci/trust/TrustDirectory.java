package de.amtsbote.osci.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trust material from a folder with the subfolders {@code anchors}, {@code intermediates} and
 * {@code crls} (files in DER or PEM, any of them may be absent). Changes are taken over without a
 * restart; if a changed folder cannot be read, the state before stays in force.
 */
public final class TrustDirectory implements Supplier<TrustMaterial> {

  private static final Logger LOG = LoggerFactory.getLogger(TrustDirectory.class);

  private final Path folder;
  private final Clock clock;
  private final Duration lookEvery;
  private TreeMap<String, String> seen;
  private TrustMaterial material;
  private Instant nextLook;

  /** Reads the folder at once, and fails if it cannot be read. */
  public TrustDirectory(Path folder, Duration lookEvery, Clock clock) throws IOException {
    this.folder = folder;
    this.clock = clock;
    this.lookEvery = lookEvery;
    this.seen = fingerprint();
    this.material = load();
    this.nextLook = clock.instant().plus(lookEvery);
  }

  @Override
  public synchronized TrustMaterial get() {
    var now = clock.instant();
    if (!now.isBefore(nextLook)) {
      nextLook = now.plus(lookEvery);
      reloadIfChanged();
    }
    return material;
  }

  private void reloadIfChanged() {
    try {
      var found = fingerprint();
      if (!found.equals(seen)) {
        material = load();
        seen = found;
        LOG.info("trust material reloaded: {} anchors", material.anchors().size());
      }
    } catch (IOException e) {
      LOG.error(
          "trust material cannot be reloaded, the state before stays in force: {}", e.toString());
    }
  }

  private TreeMap<String, String> fingerprint() throws IOException {
    var found = new TreeMap<String, String>();
    for (var name : List.of("anchors", "intermediates", "crls")) {
      for (var file : files(name)) {
        found.put(file.toString(), Files.getLastModifiedTime(file) + "/" + Files.size(file));
      }
    }
    return found;
  }

  private TrustMaterial load() throws IOException {
    var crls = new ArrayList<X509CRL>();
    try {
      var factory = CertificateFactory.getInstance("X.509");
      for (var file : files("crls")) {
        try (InputStream in = Files.newInputStream(file)) {
          factory.generateCRLs(in).forEach(crl -> crls.add((X509CRL) crl));
        }
      }
      return new TrustMaterial(
          new HashSet<>(certificates("anchors")), certificates("intermediates"), crls);
    } catch (CertificateException | CRLException e) {
      throw new IOException("not a certificate or CRL in " + folder, e);
    }
  }

  private List<X509Certificate> certificates(String name) throws IOException, CertificateException {
    var factory = CertificateFactory.getInstance("X.509");
    var certificates = new ArrayList<X509Certificate>();
    for (var file : files(name)) {
      try (InputStream in = Files.newInputStream(file)) {
        factory.generateCertificates(in).forEach(c -> certificates.add((X509Certificate) c));
      }
    }
    return certificates;
  }

  private List<Path> files(String name) throws IOException {
    var sub = folder.resolve(name);
    if (!Files.isDirectory(sub)) {
      return List.of();
    }
    try (var files = Files.list(sub)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
