package de.amtsbote.gateway.osci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.directory.Answer;
import de.amtsbote.gateway.directory.DirectorySource;
import de.amtsbote.gateway.directory.Entry;
import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.directory.Wanted;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.gate.HeldBackException;
import de.amtsbote.gateway.message.gate.TestGates;
import de.amtsbote.gateway.message.pickup.Pickup;
import de.amtsbote.gateway.message.pickup.PickupStores;
import de.amtsbote.gateway.osci.Station.Fate;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.content.ContentSource;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.RevocationPolicy;
import de.amtsbote.osci.trust.TrustMaterial;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The directory sends a partner's messages elsewhere while some are on their way. */
class MovedPartnerTest {

  private static final TestPki CA = TestPki.root("Muster-CA");
  private static final TestIdentity PORTAL_CIPHER = CA.reader("Portal");
  private static final TestIdentity PORTAL_SIGNER = CA.signer("Portal");
  private static final ClientIdentity OFFICE =
      ClientIdentity.of(Station.keys(CA.reader("Amt")), Station.keys(CA.signer("Amt")));
  private static final Duration POLL = Duration.ofSeconds(10);
  private static final int MORE_THAN_OPEN_IT = 15;

  @TempDir Path folder;
  private MessageKit kit;
  private Station before;
  private Station after;
  private final Map<URI, Station> stations = new HashMap<>();
  private Optional<Intermediary> directory;
  private OsciSender sender;
  private OsciReceipts receipts;
  private MessageId id;
  private final List<Instant> asked = new ArrayList<>();
  private Duration onTheLine = Duration.ZERO;

  @BeforeEach
  void open() throws Exception {
    kit = new MessageKit(folder);
    before = new Station("before", CA, kit.clock);
    after = new Station("after", CA, kit.clock);
    stations.put(before.url(), before);
    stations.put(after.url(), after);
    directory = Optional.of(before.entry());
    build();
    id = kit.accept("<a/>").id();
  }

  @Test
  void messageOfWhichNobodyKnowsWhetherItArrived_isFoundWhereItWent() throws Exception {
    before.happens(2, Fate.UNANSWERED);
    assertThatThrownBy(this::send).isInstanceOf(GatewayException.class);
    directory = Optional.of(after.entry());

    var osciMessageId = send();

    assertThat(transmission().osciMessageId()).isEqualTo(osciMessageId);
    assertThat(transmission().state()).isEqualTo(TransmissionState.SENT);
    assertThat(before.fetchAll(OFFICE)).isEqualTo(1);
    assertThat(after.fetchAll(OFFICE)).isZero();
  }

  @Test
  void messageThatGotLostOnTheWay_isSentAgainToTheSameUnderTheSameId() throws Exception {
    before.happens(2, Fate.LOST);
    assertThatThrownBy(this::send).isInstanceOf(GatewayException.class);
    var reserved = transmission().osciMessageId();
    directory = Optional.of(after.entry());

    assertThat(send()).isEqualTo(reserved);

    assertThat(before.fetchAll(OFFICE)).isEqualTo(1);
    assertThat(after.fetchAll(OFFICE)).isZero();
  }

  /** That the second attempt did not leave the gateway says nothing of the first. */
  @Test
  void messageThatMayBeOnItsWay_keepsItsIdWhenTheNextAttemptDoesNotLeave() throws Exception {
    before.happens(2, Fate.LOST);
    assertThatThrownBy(this::send).isInstanceOf(GatewayException.class);
    var reserved = transmission().osciMessageId();
    before.happens(2, Fate.NOT_SENT);
    assertThatThrownBy(this::send).isInstanceOf(GatewayException.class);
    directory = Optional.of(after.entry());

    assertThat(send()).isEqualTo(reserved);

    assertThat(before.fetchAll(OFFICE)).isEqualTo(1);
    assertThat(after.fetchAll(OFFICE)).isZero();
  }

  /** What never left cannot arrive later, so nothing is waited for. */
  @Test
  void idThatItsIntermediaryHasForgotten_isGivenUpAtOnceWhenNothingHadLeft() throws Exception {
    before.happens(2, Fate.NOT_SENT);
    assertThatThrownBy(this::send).isInstanceOf(GatewayException.class);
    before.forgets();

    assertThatThrownBy(this::send).isInstanceOf(GatewayException.class);

    assertThat(transmission().osciMessageId()).isNull();
  }

  @Test
  void idThatItsIntermediaryHasForgotten_isKeptWhileSomethingMayBeOnItsWay() throws Exception {
    before.happens(2, Fate.LOST);
    assertThatThrownBy(this::send).isInstanceOf(GatewayException.class);
    var reserved = transmission().osciMessageId();
    before.forgets();

    assertThatThrownBy(this::send).isInstanceOf(GatewayException.class);

    assertThat(transmission().osciMessageId()).isEqualTo(reserved);
  }

  @Test
  void messageOfWhichNothingHasLeft_goesToTheNewOneUnderAnotherId() throws Exception {
    before.happens(2, Fate.NOT_SENT);
    assertThatThrownBy(this::send).isInstanceOf(GatewayException.class);
    var reserved = transmission().osciMessageId();
    assertThat(reserved).isNotNull();
    directory = Optional.of(after.entry());

    assertThat(send()).isNotEqualTo(reserved);

    assertThat(before.fetchAll(OFFICE)).isZero();
    assertThat(after.fetchAll(OFFICE)).isEqualTo(1);
  }

  @Test
  void sameIntermediaryAtAnotherAddress_isAskedThere() throws Exception {
    before.happens(2, Fate.UNANSWERED);
    assertThatThrownBy(this::send).isInstanceOf(GatewayException.class);
    var address = URI.create("http://moved.test/osci");
    stations.put(address, stations.remove(before.url()));
    directory = Optional.of(before.entryAt(address));

    assertThat(send()).isEqualTo(transmission().osciMessageId());

    assertThat(before.fetchAll(OFFICE)).isEqualTo(1);
  }

  @Test
  void receiptOfAPartnerThatMoved_isAskedForWhereTheMessageWent() throws Exception {
    sendAndFetch();
    directory = Optional.of(after.entry());

    askForReceipts();

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void receiptOfAPartnerThatLeftTheDirectory_isAskedForNevertheless() throws Exception {
    sendAndFetch();
    directory = Optional.empty();

    askForReceipts();

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.DELIVERED);
  }

  /** The reader may come while the answer is on its way. */
  @Test
  void receiptThatNobodyHasYet_isKnownAsOfTheQuestion() throws Exception {
    send();
    asked.clear();
    onTheLine = Duration.ofSeconds(1);

    askForReceipts();

    // the first opens the dialog
    assertThat(PickupStores.in(kit).waitingSince(kit.clock.instant(), null, 10))
        .singleElement()
        .extracting(Pickup::checkedAt)
        .isEqualTo(asked.get(1));
  }

  @Test
  void nodeThatIsDrained_asksForNoMoreReceipts() throws Exception {
    send();
    asked.clear();
    kit.clock.advance(POLL);

    receipts.poll(() -> true);

    assertThat(asked).isEmpty();
  }

  /** It tells where messages are, and takes none. */
  @Test
  void intermediaryThatOnlyTells_isDownAndTakesNoMoreAttempts() throws Exception {
    for (var retry = 0; retry < MORE_THAN_OPEN_IT; retry++) {
      // after the id, or what became of the attempt before
      before.happens(2, Fate.LOST);
      assertThatThrownBy(this::send).isInstanceOf(RuntimeException.class);
    }
    var attempts = transmission().attempts();
    assertThat(attempts).isLessThan(MORE_THAN_OPEN_IT);

    assertThatThrownBy(this::send).isInstanceOf(HeldBackException.class);

    assertThat(transmission().attempts()).isEqualTo(attempts);
  }

  @Test
  void otherNode_knowsToo() throws Exception {
    before.happens(2, Fate.UNANSWERED);
    assertThatThrownBy(this::send).isInstanceOf(GatewayException.class);
    directory = Optional.of(after.entry());
    build();

    send();

    assertThat(before.fetchAll(OFFICE)).isEqualTo(1);
    assertThat(after.fetchAll(OFFICE)).isZero();
  }

  private void sendAndFetch() throws Exception {
    send();
    kit.handOvers.routeEnded(id, "test");
    assertThat(before.fetchAll(OFFICE)).isEqualTo(1);
  }

  private void askForReceipts() {
    kit.clock.advance(POLL);
    receipts.poll(() -> false);
  }

  private String send() {
    return sender.send(
        new OutgoingMessage(
            id,
            "stadt",
            partner(directory.orElseThrow()),
            null,
            "Test",
            ContentSource.of(new byte[] {'<', 'a', '/', '>'}),
            List.of(),
            null));
  }

  private Transmission transmission() {
    return kit.transmissions.of(id).get(0);
  }

  private static Partner partner(Intermediary intermediary) {
    return Station.partner(intermediary, OFFICE.cipher().get(0).certificate());
  }

  private void build() throws Exception {
    var settings = settings();
    var identities = new OsciIdentities(settings, new OsciKeys(new KeyFiles(false)));
    var trust =
        new OsciTrust(
            new CertificateChecker(
                TrustMaterial.of(List.of(CA.certificate())),
                RevocationPolicy.unchecked(),
                kit.clock));
    OsciTransport lines =
        (address, message) -> {
          asked.add(kit.clock.instant());
          var answer = stations.get(address).exchange(message);
          kit.clock.advance(onTheLine);
          return answer;
        };
    var clients = new OsciClients(identities, trust, lines, Spool.temporary(), settings.chunks());
    var known = new KnownIntermediaryStore(kit.jdbc, kit.clock);
    var whereabouts = new Whereabouts(known);
    var book =
        new SendBook(
            kit.store, kit.transmissions, kit.receipts, known, kit.transaction, kit.clock, POLL);
    sender =
        new OsciSender(
            clients,
            identities,
            trust,
            kit.transmissions,
            whereabouts,
            book,
            TestGates.on(kit.jdbc, kit.clock));
    receipts =
        new OsciReceipts(
            kit.receipts,
            new Partners(List.of(new Office()), List.of("files")),
            whereabouts,
            clients,
            settings.receipts(),
            new ReceiptBook(
                kit.store,
                kit.transmissions,
                kit.receipts,
                kit.handOvers,
                kit.transaction,
                kit.clock,
                settings.receipts().pace()),
            kit.clock);
  }

  private OsciProperties settings() throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    add(store, "cipher", PORTAL_CIPHER);
    add(store, "signature", PORTAL_SIGNER);
    var file = folder.resolve("portal.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, "secret".toCharArray());
    }
    var password = Files.writeString(folder.resolve("password"), "secret\n");
    return new OsciProperties(
        null,
        Map.of("portal", new OsciProperties.Identity(file, password, "signature", "cipher")),
        null,
        OsciProperties.Revocation.OFF,
        null,
        new OsciProperties.Chunks(
            DataSize.ofMegabytes(50), DataSize.ofMegabytes(10), 1, Duration.ZERO),
        null,
        new OsciProperties.Receipts(POLL, Duration.ofMinutes(15), 50));
  }

  private static void add(KeyStore store, String alias, TestIdentity identity) throws Exception {
    store.setKeyEntry(
        alias, identity.key(), "secret".toCharArray(), new Certificate[] {identity.certificate()});
  }

  /** Says of the one partner what the test wants. */
  private final class Office implements DirectorySource {

    @Override
    public String name() {
      return "files";
    }

    @Override
    public Answer find(Wanted wanted) {
      return new Answer.Nobody("the test looks for names only");
    }

    @Override
    public Optional<Entry> named(String partner) {
      return directory.map(it -> Entry.current(partner(it), "files"));
    }
  }
}
