package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.directory.Demands;
import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.directory.Limits;
import de.amtsbote.gateway.directory.OsciChannel;
import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.intermediary.IntermediaryKeys;
import de.amtsbote.osci.intermediary.IntermediaryPolicy;
import de.amtsbote.osci.mailbox.InMemoryMailboxStore;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.transport.MessageBody;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.transport.TransportException;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.RevocationPolicy;
import de.amtsbote.osci.trust.TrustMaterial;
import de.amtsbote.osci.wire.ReadLimits;
import de.amtsbote.xoev.quirk.QuirkProfile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An intermediary of a test, and the line to it. */
final class Station {

  /** What happens to a request. */
  enum Fate {
    /** Nobody is there. */
    NOT_SENT,
    /** It gets lost, which nobody can tell. */
    LOST,
    /** It is done, but the answer gets lost. */
    UNANSWERED
  }

  private final String name;
  private final TestIdentity cipher;
  private final TestIdentity signer;
  private final TestPki pki;
  private final Clock clock;
  private OsciEndpoint endpoint;
  private final Map<Integer, Fate> fates = new HashMap<>();
  private int requests;

  Station(String name, TestPki pki, Clock clock) {
    this.name = name;
    this.pki = pki;
    this.clock = clock;
    this.cipher = pki.reader(name);
    this.signer = pki.signer(name);
    forgets();
  }

  /** Loses all that it has, and the ids it gave. */
  void forgets() {
    var keys = IntermediaryKeys.of(keys(cipher), keys(signer));
    var intermediary =
        new de.amtsbote.osci.intermediary.Intermediary(
            keys,
            IntermediaryPolicy.strict(),
            new InMemoryMailboxStore(Spool.temporary()),
            new CertificateChecker(
                TrustMaterial.of(List.of(pki.certificate())), RevocationPolicy.unchecked(), clock),
            Spool.temporary(),
            clock);
    endpoint =
        de.amtsbote.osci.intermediary.Intermediary.endpoint(
            intermediary, keys, AlgorithmPolicy.standard(), ReadLimits.DEFAULT, Spool.temporary());
  }

  static KeyOperations keys(TestIdentity identity) {
    return SoftwareKeys.of(identity.key(), identity.certificate());
  }

  /** A partner whose messages go to an intermediary. */
  static Partner partner(Intermediary intermediary, X509Certificate reader) {
    return new Partner(
        "amt",
        "Amt",
        Set.of(),
        Set.of(),
        QuirkProfile.STRICT,
        Limits.NONE,
        new OsciChannel(
            intermediary,
            reader,
            reader,
            Set.of(),
            new Demands("container", "content", true, true, Optional.empty(), Optional.empty()),
            Optional.empty(),
            false));
  }

  URI url() {
    return URI.create("http://" + name + ".test/osci");
  }

  /** How the directory describes it. */
  Intermediary entry() {
    return entryAt(url());
  }

  /** The same one under another address. */
  Intermediary entryAt(URI address) {
    return new Intermediary(
        name,
        address,
        cipher.certificate(),
        signer.certificate(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** What happens to a request that comes, counted from now on, the first being 1. */
  void happens(int request, Fate fate) {
    fates.put(requests + request, fate);
  }

  /** Fetches all that lies there for a reader; how many it were. */
  int fetchAll(ClientIdentity reader) throws IOException {
    var supplier = Supplier.of(url(), cipher.certificate(), signer.certificate());
    OsciTransport line = (address, message) -> answer(message);
    var fetched = 0;
    try (var dialog = new OsciClient(reader, supplier, line).openDialog()) {
      for (var next = dialog.next(); next.isPresent(); next = dialog.next()) {
        next.get().confirm();
        next.get().close();
        fetched++;
      }
    }
    return fetched;
  }

  InputStream exchange(MessageBody message) throws TransportException {
    var fate = fates.get(++requests);
    if (fate == Fate.NOT_SENT) {
      throw new TransportException(TransportException.Fate.NOT_SENT, "nobody is there");
    }
    if (fate == Fate.LOST) {
      throw new TransportException(TransportException.Fate.UNCLEAR, "the request got lost");
    }
    var answer = answer(message);
    if (fate == Fate.UNANSWERED) {
      throw new TransportException(TransportException.Fate.UNCLEAR, "the answer got lost");
    }
    return answer;
  }

  private InputStream answer(MessageBody message) throws TransportException {
    try (var request = message.open();
        var answer = endpoint.handle(request)) {
      var octets = new ByteArrayOutputStream();
      answer.writeTo(octets);
      return new ByteArrayInputStream(octets.toByteArray());
    } catch (IOException e) {
      throw new TransportException(TransportException.Fate.UNCLEAR, "broken", e);
    }
  }
}
