package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The intermediaries that gave message ids, each as it was when it gave the last one: what lies
 * there is asked for there, whatever the directory says of its receiver today.
 */
@Component
public class KnownIntermediaryStore {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  /** What is in the table already, by address; what others write there does not change a key. */
  private final Map<URI, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(long key, Intermediary intermediary) {}

  KnownIntermediaryStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps an intermediary as it is now.
   *
   * @return its key, the same for one address ever after
   */
  long keep(Intermediary intermediary) {
    var known = kept.get(intermediary.url());
    if (known != null && known.intermediary().equals(intermediary)) {
      return known.key();
    }
    var key = write(intermediary);
    kept.put(intermediary.url(), new Kept(key, intermediary));
    return key;
  }

  /** An intermediary by its key, as it was last. */
  Optional<Intermediary> find(long key) {
    return jdbc
        .query(
            "select * from known_intermediary where id = ?", (row, index) -> intermediary(row), key)
        .stream()
        .findFirst();
  }

  private long write(Intermediary it) {
    return jdbc.queryForObject(
        """
        insert into known_intermediary (url, name, cipher_certificate, signature_certificate,
          chunk_above, chunk_size, legacy, seen_at) values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (url) do update set name = excluded.name,
          cipher_certificate = excluded.cipher_certificate,
          signature_certificate = excluded.signature_certificate,
          chunk_above = excluded.chunk_above, chunk_size = excluded.chunk_size,
          legacy = excluded.legacy, seen_at = excluded.seen_at
        returning id\
        """,
        Long.class,
        it.url().toString(),
        it.name(),
        octets(it.cipherCertificate()),
        octets(it.signatureCertificate()),
        it.chunkAbove().map(DataSize::toBytes).orElse(null),
        it.chunkSize().map(DataSize::toBytes).orElse(null),
        it.legacy(),
        Timestamp.from(clock.instant()));
  }

  private static Intermediary intermediary(ResultSet row) throws SQLException {
    return new Intermediary(
        row.getString("name"),
        URI.create(row.getString("url")),
        certificate(row.getBytes("cipher_certificate")),
        certificate(row.getBytes("signature_certificate")),
        size(row, "chunk_above"),
        size(row, "chunk_size"),
        row.getBoolean("legacy"));
  }

  private static Optional<DataSize> size(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class)).map(DataSize::ofBytes);
  }

  private static byte[] octets(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "a certificate cannot be written", e);
    }
  }

  private static X509Certificate certificate(byte[] octets) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(octets));
    } catch (GeneralSecurityException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "a certificate cannot be read", e);
    }
  }
}
