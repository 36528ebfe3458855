package de.amtsbote.gateway.fitconnect;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * FIT-Connect.
 *
 * @param services delivery services (Zustelldienste) by a name that you choose
 * @param destinations own destinations (Zustellpunkte) that submissions are fetched from, by the
 *     name that routes select by
 * @param receivers destinations of others by name; a delivery of kind fit-connect and the same name
 *     hands over to it
 */
@ConfigurationProperties("amtsbote.fit-connect")
public record FitConnectProperties(
    @DefaultValue Map<String, Service> services,
    @DefaultValue Map<String, Destination> destinations,
    @DefaultValue Map<String, Receiver> receivers) {

  /**
   * A delivery service.
   *
   * @param api base address of its submission API, without the version
   * @param token address where tokens are given
   * @param issuer what it calls itself in its events; the base address if absent
   * @param trust folder with the certificates of the authorities that its TLS certificate comes
   *     from; those of Java if absent
   * @param connectTimeout until the connection stands
   * @param answerTimeout from the start of a request to the head of its answer
   * @param transferTimeout until a body is read to its end
   */
  public record Service(
      URI api,
      URI token,
      String issuer,
      Path trust,
      @DefaultValue("5s") Duration connectTimeout,
      @DefaultValue("60s") Duration answerTimeout,
      @DefaultValue("10m") Duration transferTimeout) {}

  /**
   * A destination of our own.
   *
   * @param service name of the delivery service
   * @param tenant whose messages these are
   * @param id id of the destination
   * @param clientId OAuth client of the subscriber
   * @param clientSecretFile file whose first line is its secret
   * @param decryptionKeys files with the private keys, as JWK; the old one stays for a while when
   *     keys change
   * @param signingKey file with the private key that signs our events, as JWK
   * @param poll how often it is looked for submissions
   * @param accept when a submission is accepted: stored, validated, or delivered to its procedure
   * @param publicServices identifiers of the services that are taken; all when none is named
   * @param schemas URIs of the schemas of documents that are taken; all when none is named
   * @param reader reader of the messages, such as {@code ags:99000001}; none if absent
   * @param limits how large submissions may be
   */
  public record Destination(
      String service,
      @DefaultValue("default") String tenant,
      UUID id,
      String clientId,
      Path clientSecretFile,
      @DefaultValue List<Path> decryptionKeys,
      Path signingKey,
      @DefaultValue("10s") Duration poll,
      @DefaultValue("delivered") Accept accept,
      @DefaultValue Set<String> publicServices,
      @DefaultValue Set<String> schemas,
      String reader,
      @DefaultValue Limits limits) {}

  /** When a submission is accepted. */
  public enum Accept {
    /** As soon as it is on disk. */
    STORED,
    /** When its route found it valid. */
    VALIDATED,
    /** When the procedure has it. */
    DELIVERED
  }

  /**
   * How large submissions may be, decrypted.
   *
   * @param data octets of the document
   * @param attachment octets of one attachment
   * @param attachments how many attachments
   */
  public record Limits(
      @DefaultValue("50MB") DataSize data,
      @DefaultValue("1GB") DataSize attachment,
      @DefaultValue("100") int attachments) {}

  /**
   * A destination of somebody else.
   *
   * @param service name of the delivery service
   * @param id id of the destination
   * @param clientId OAuth client of the sender
   * @param clientSecretFile file whose first line is its secret
   * @param publicService identifier of the service (urn:de:fim:leika:leistung:…); that of the
   *     message if absent
   * @param publicServiceName its name
   * @param region region that the submission is for, such as {@code DE09372126}; none if absent
   * @param schema URI of the schema of the document; the first XML schema that the destination
   *     names if absent
   * @param keyThumbprints thumbprints (RFC 7638, SHA-256) of keys of the destination that may be
   *     used without a certificate
   * @param poll how soon it is asked what became of a submission; later less and less often
   * @param limits how large submissions may be
   */
  public record Receiver(
      String service,
      UUID id,
      String clientId,
      Path clientSecretFile,
      String publicService,
      @DefaultValue("Verwaltungsleistung") String publicServiceName,
      String region,
      URI schema,
      @DefaultValue Set<String> keyThumbprints,
      @DefaultValue("30s") Duration poll,
      @DefaultValue Limits limits) {}
}
