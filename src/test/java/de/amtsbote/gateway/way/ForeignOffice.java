package de.amtsbote.gateway.way;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.http.OsciHttpHandler;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.recipient.PassiveRecipient;
import de.amtsbote.osci.recipient.PushedDelivery;
import de.amtsbote.osci.recipient.RecipientService;
import de.amtsbote.osci.recipient.Reply;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** An office without a gateway, which answers questions at once as a test wants it to. */
final class ForeignOffice implements HttpHandler, RecipientService {

  private final Town town;
  private final Spool spool = Spool.temporary();
  private final List<byte[]> questions = new CopyOnWriteArrayList<>();
  private volatile String signer = "altverfahren";
  private volatile byte[] answer = new byte[0];
  private volatile boolean breaking;

  ForeignOffice(Town town) {
    this.town = town;
  }

  /** From now on it answers this, signed with the key of a party. */
  void answers(byte[] content, String party) {
    answer = content;
    signer = party;
    breaking = false;
  }

  /** From now on something breaks as soon as it has stored a question. */
  void breaks() {
    breaking = true;
  }

  /** How often it stored this question. */
  long count(byte[] question) {
    return questions.stream().filter(it -> Arrays.equals(it, question)).count();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var recipient =
        new PassiveRecipient(
            List.of(Author.keys(town.ciphers.get("altverfahren"))),
            Author.keys(town.signers.get(signer)),
            Set.of(town.signers.get("intermediary").certificate()),
            this);
    var endpoint = recipient.endpoint(AlgorithmPolicy.standard(), ReadLimits.DEFAULT, spool);
    new OsciHttpHandler(endpoint, Duration.ofMinutes(1)).handle(exchange);
  }

  @Override
  public boolean accept(PushedDelivery delivery) {
    return false;
  }

  @Override
  public Reply process(PushedDelivery delivery) throws IOException {
    var question = delivery.open().containers().get(0).item("MESSAGE").orElseThrow();
    try (var in = ((OpenedItem.Octets) question).open()) {
      questions.add(in.readAllBytes());
    }
    if (breaking) {
      throw new IOException("broken behind the store");
    }
    var container =
        ContentContainer.builder("DATA")
            .data("MESSAGE", answer)
            .signer(ContentSigner.originator(Author.keys(town.signers.get(signer))))
            .build();
    var originator = delivery.certificates().originatorCipher().orElseThrow();
    var reader = RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, originator);
    return new Reply(
        "Antwort",
        List.of(new EncryptedContainer("encrypted0", container, List.of(reader))),
        List.of(),
        List.of());
  }
}
