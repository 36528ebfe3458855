package de.amtsbote.acceptance.site;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.transport.TransportException;
import de.amtsbote.osci.transport.TransportException.Fate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * What somebody has in hand who recorded an OSCI message: a delivery as the site's intermediary
 * gave it to a mailbox that the gateway does not fetch from, with the keys of that mailbox.
 */
public final class RecordedOsciMessage {

  private static final String OWNER = "portal";
  private static final String INTERMEDIARY = "intermediary";

  private final Path certificates;
  private final URI address;
  private byte[] lastAnswer = {};

  private RecordedOsciMessage(Path certificates, URI address) {
    this.certificates = certificates;
    this.address = address;
  }

  /**
   * Has a message stored and fetched, and writes {@code message.bin}, {@code mailbox.p12} and
   * {@code ca.cer}.
   *
   * @return the password of the key store
   */
  public static String writeTo(Path folder, Site site) throws Exception {
    var recording =
        new RecordedOsciMessage(
            site.certificates(), site.gateway().address().resolve("/osci/intermediary"));
    Files.write(folder.resolve("message.bin"), recording.fetched());
    Files.copy(site.certificates().resolve(OWNER + ".p12"), folder.resolve("mailbox.p12"));
    Files.copy(site.certificates().resolve("ca.cer"), folder.resolve("ca.cer"));
    return recording.password();
  }

  private byte[] fetched() throws Exception {
    var http = new HttpOsciTransport(HttpTimeouts.standard());
    var cipher = key(OWNER, "cipher");
    var client =
        new OsciClient(
            ClientIdentity.of(cipher, key(OWNER, "signature")),
            Supplier.of(
                address,
                key(INTERMEDIARY, "cipher").certificate(),
                key(INTERMEDIARY, "signature").certificate()),
            (supplier, message) -> recorded(http.exchange(supplier, message)));
    var letter =
        OutgoingDelivery.to(cipher.certificate())
            .subject("Recorded")
            .data("letter", "<letter/>".getBytes(StandardCharsets.UTF_8));
    assertThat(client.store(client.messageId(), letter)).isInstanceOf(SendOutcome.Accepted.class);
    try (var dialog = client.openDialog();
        var delivery = dialog.next().orElseThrow()) {
      var octets = lastAnswer;
      delivery.open();
      delivery.confirm();
      return octets;
    }
  }

  private InputStream recorded(InputStream answer) throws TransportException {
    try (answer) {
      lastAnswer = answer.readAllBytes();
      return new ByteArrayInputStream(lastAnswer);
    } catch (IOException failure) {
      throw new TransportException(Fate.UNCLEAR, "the answer broke off", failure);
    }
  }

  private KeyOperations key(String party, String alias)
      throws IOException, GeneralSecurityException {
    var password = password().toCharArray();
    var store = KeyStore.getInstance(certificates.resolve(party + ".p12").toFile(), password);
    return SoftwareKeys.of(
        (PrivateKey) store.getKey(alias, password), (X509Certificate) store.getCertificate(alias));
  }

  private String password() throws IOException {
    return Files.readString(certificates.resolve("password")).strip();
  }
}
