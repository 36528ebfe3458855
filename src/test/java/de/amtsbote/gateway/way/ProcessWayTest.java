package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.directory.dvdv.api.Organization;
import de.amtsbote.gateway.directory.dvdv.api.OrganizationDescription;
import de.amtsbote.gateway.simulator.dvdv.OsciService;
import de.amtsbote.osci.client.FeedbackException;
import de.amtsbote.osci.client.MediatedReply;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Deliveries that want an answer at once, and those that do not get one. */
class ProcessWayTest {

  /** An author who signs with the key of the portal and reads in the mailbox of the Bauamt. */
  private static final String AUTHOR = "prt:99000001";

  private static final String MAILBOX = "bauamt";

  private final Town town = Town.shared();
  private final Author author = new Author(town);
  private final Clerk clerk = new Clerk(town);

  private OutgoingDelivery delivery(byte[] content) {
    return OutgoingDelivery.to(author.cipherOf("fundamt"))
        .container("DATA")
        .data("MESSAGE", content);
  }

  /** What the author gets back: the document of the answer. */
  private byte[] mediate(String entry, OutgoingDelivery delivery) throws IOException {
    return mediate(author.client(), entry, delivery);
  }

  private byte[] mediate(OsciClient client, String entry, OutgoingDelivery delivery)
      throws IOException {
    var id = client.messageId();
    try (var dialog = client.openDialog();
        var reply = dialog.mediate(id, Pusher.address(town, entry), delivery)) {
      reply.confirm();
      return document(reply);
    }
  }

  private static byte[] document(MediatedReply reply) throws IOException {
    var content = reply.open();
    content.requireSigned();
    var item = content.containers().get(0).item("MESSAGE").orElseThrow();
    try (var in = ((OpenedItem.Octets) item).open()) {
      return in.readAllBytes();
    }
  }

  private CompletableFuture<byte[]> mediating(String entry, byte[] content) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return mediate(entry, delivery(content));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private void assertRefused(String entry, OutgoingDelivery delivery, String code) {
    assertRefused(author.client(), entry, delivery, code);
  }

  private void assertRefused(
      OsciClient client, String entry, OutgoingDelivery delivery, String code) {
    var refusal =
        Assertions.catchThrowableOfType(
            FeedbackException.class, () -> mediate(client, entry, delivery));
    assertThat(refusal).isNotNull();
    assertThat(refusal.feedback().codes()).contains(code);
  }

  /** Asks, lets the clerk answer, and sees the answer in the mailbox of the author only. */
  private void assertAnsweredByMailbox(OsciClient client, byte[] question, OutgoingDelivery sent)
      throws Exception {
    var answer = Samples.xdemo("0910/minimal.xml");
    var asked = CompletableFuture.runAsync(() -> assertRefused(client, "auskunft", sent, "9806"));

    clerk.answers("auskunft", question, answer);

    asked.get(SOON.toSeconds(), TimeUnit.SECONDS);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith(MAILBOX, answer)).hasSize(1));
  }

  private List<String> states(byte[] content) {
    return town.jdbc()
        .queryForList(
            "select m.state from message m join part p on p.message_id = m.id"
                + " where m.entry_kind = 'OSCI_PUSH' and p.sha256 = sha256(?)",
            String.class,
            (Object) content);
  }

  @Test
  void answerOfTheProcedure_comesBackSignedInTheSameOrder() throws Exception {
    var question = clerk.question();
    var answer = Samples.xdemo("0910/minimal.xml");
    var reply = mediating("auskunft", question);

    clerk.answers("auskunft", question, answer);

    assertThat(reply.get(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo(answer);
  }

  @Test
  void answerThatWasGiven_isHandedOverAndNotSentAgain() throws Exception {
    var question = clerk.question();
    var answer = Samples.xdemo("0910/minimal.xml");
    var reply = mediating("auskunft", question);
    clerk.answers("auskunft", question, answer);
    reply.get(SOON.toSeconds(), TimeUnit.SECONDS);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        town.jdbc()
                            .queryForList(
                                "select m.state from message m join part p on p.message_id = m.id"
                                    + " where m.entry_kind = 'REPLY' and p.sha256 = sha256(?)",
                                String.class,
                                (Object) answer))
                    .containsExactly("DELIVERED"));
    assertThat(
            town.jdbc()
                .queryForObject(
                    "select count(*) from transmission t join part p on p.message_id = t.message_id"
                        + " where t.kind = 'OSCI' and p.sha256 = sha256(?)",
                    Long.class,
                    (Object) answer))
        .isZero();
  }

  @Test
  void questionThatIsAskedAgain_getsTheFirstAnswer() throws Exception {
    var question = clerk.question();
    var answer = Samples.xdemo("0910/minimal.xml");
    var reply = mediating("auskunft", question);
    clerk.answers("auskunft", question, answer);
    reply.get(SOON.toSeconds(), TimeUnit.SECONDS);
    await().atMost(SOON).until(() -> mediate("auskunft", delivery(question)), it -> it != null);

    assertThat(mediate("auskunft", delivery(question))).isEqualTo(answer);
    assertThat(clerk.count("auskunft", question)).isEqualTo(1);
  }

  @Test
  void questionOfSomebodyElse_doesNotGetTheAnswerOfTheFirst() throws Exception {
    var question = clerk.question();
    var reply = mediating("auskunft", question);
    clerk.answers("auskunft", question, Samples.xdemo("0910/minimal.xml"));
    reply.get(SOON.toSeconds(), TimeUnit.SECONDS);
    var other = Author.keys(town.signers.get("bauamt"));

    assertRefused("auskunft", delivery(question).signedBy(other), "9805");
  }

  @Test
  void questionInTheNameOfAnother_isAnsweredIntoTheMailboxOfTheOther() throws Exception {
    var question = clerk.questionOf(AUTHOR);
    var stranger = Author.keys(town.signers.get("gewerbeamt"));

    assertAnsweredByMailbox(
        author.readingAs(MAILBOX), question, delivery(question).signedBy(stranger));
  }

  @Test
  void questionBroughtWithAnotherCertificate_isAnsweredIntoTheMailboxOfItsAuthor()
      throws Exception {
    var question = clerk.questionOf(AUTHOR);

    assertAnsweredByMailbox(author.readingAs("gewerbeamt"), question, delivery(question));
  }

  @Test
  void noAnswerInTime_isToldAndTheLateOneGoesIntoTheMailboxOfTheAuthor() throws Exception {
    var question = clerk.questionOf(AUTHOR);
    var answer = Samples.xdemo("0910/minimal.xml");
    assertRefused("ungeduldig", delivery(question), "9806");

    clerk.answers("ungeduldig", question, answer);

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith(MAILBOX, answer)).hasSize(1));
  }

  @Test
  void questionThatBreaksItsSchema_isRejectedAndGetsNoAnswer() throws Exception {
    var broken = Samples.fresh(Samples.xdemo("0200/broken-missing.xml"));

    assertRefused("auskunft", delivery(broken), "9806");

    assertThat(states(broken)).containsExactly("REJECTED");
  }

  @Test
  void questionOfAnAuthorNobodyTrusts_isNotAccepted() throws Exception {
    var question = clerk.question();
    var stranger = Author.keys(TestPki.root("Fremde CA").signer("Fremder"));

    assertRefused("auskunft", delivery(question).signedBy(stranger), "9805");

    assertThat(states(question)).isEmpty();
  }

  @Test
  void questionThatIsTooLarge_isRefused() {
    var large = Samples.noise(2 << 20);

    assertRefused("ungeduldig", delivery(large), "9808");

    assertThat(states(large)).isEmpty();
  }

  @Test
  void entryThatAnswersNothingAtOnce_takesNoQuestion() throws Exception {
    var question = clerk.question();
    var client = author.client();
    var id = client.messageId();
    var address = Pusher.address(town, "zustellung-ohne-antwort");

    try (var dialog = client.openDialog()) {
      var refusal =
          Assertions.catchThrowableOfType(
              FeedbackException.class, () -> dialog.mediate(id, address, delivery(question)));
      assertThat(refusal.feedback().codes()).contains("9805");
    }
    assertThat(states(question)).isEmpty();
    assertThat(client.processCard(id).orElseThrow().card().reception()).isNull();
  }

  @Test
  void authorOfAnotherKindThanTheEntryAdmits_isNotAccepted() throws Exception {
    var question = clerk.question();
    var office = Author.keys(town.signers.get("gewerbeamt"));
    enterAs("Gewerbeamt", office, "gew:99000091");

    assertRefused("meldestelle", delivery(question).signedBy(office), "9805");

    assertThat(states(question)).isEmpty();
  }

  @Test
  void authorOfTheKindThatTheEntryAdmits_isTaken() throws Exception {
    var question = clerk.question();
    var office = Author.keys(town.signers.get("meldebehoerde"));
    enterAs("Meldebehörde", office, "mbe:99000092");

    assertRefused("meldestelle", delivery(question).signedBy(office), "9806");

    assertThat(states(question)).hasSize(1);
  }

  private void enterAs(String category, KeyOperations keys, String key) {
    town.dvdv.content.add(
        new OrganizationDescription(
            new Organization(
                1L,
                null,
                null,
                category,
                null,
                null,
                null,
                null,
                1L,
                null,
                category,
                List.of(key),
                List.of(OsciService.certificate(keys.certificate())),
                List.of()),
            List.of()));
  }
}
