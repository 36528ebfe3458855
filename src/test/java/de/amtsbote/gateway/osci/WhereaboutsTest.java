package de.amtsbote.gateway.osci;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class WhereaboutsTest {

  private static final TestPki CA = TestPki.root("Muster-CA");
  private static final Intermediary FIRST = intermediary("http://first.test/osci", "erster");
  private static final Intermediary SECOND = intermediary("http://second.test/osci", "zweiter");

  @TempDir static Path spool;
  static MessageKit kit;

  @BeforeAll
  static void start() {
    kit = new MessageKit(spool);
  }

  @Test
  void handOverWithoutId_goesWhereTheDirectorySays() throws Exception {
    assertThat(whereabouts().of(transmission(OptionalLong.empty()), Optional.of(SECOND)))
        .contains(SECOND);
  }

  @Test
  void whatIsKept_isReadAsItWas() throws Exception {
    var kept =
        new Intermediary(
            "knoten",
            URI.create("http://whole.test/osci"),
            FIRST.cipherCertificate(),
            SECOND.signatureCertificate(),
            Optional.of(DataSize.ofKilobytes(7)),
            Optional.of(DataSize.ofKilobytes(3)),
            true);

    assertThat(whereabouts().of(reservedAt(kept), Optional.empty())).contains(kept);
  }

  @Test
  void handOver_staysWithWhoGaveItsId() throws Exception {
    var transmission = reservedAt(FIRST);

    assertThat(whereabouts().of(transmission, Optional.of(SECOND))).contains(FIRST);
    assertThat(whereabouts().of(transmission, Optional.empty())).contains(FIRST);
    assertThat(whereabouts().hasMoved(transmission, SECOND)).isTrue();
    assertThat(whereabouts().hasMoved(transmission, FIRST)).isFalse();
  }

  @Test
  void sameAddressWithNewCertificates_isTheSame() throws Exception {
    var transmission = reservedAt(intermediary("http://renewed.test/osci", "alt"));
    var renewed = intermediary("http://renewed.test/osci", "neu");

    assertThat(whereabouts().of(transmission, Optional.of(renewed))).contains(renewed);
    assertThat(whereabouts().hasMoved(transmission, renewed)).isFalse();
  }

  @Test
  void newCertificates_areKnownOfEarlierHandOversToo() throws Exception {
    var transmission = reservedAt(intermediary("http://later.test/osci", "alt"));
    var renewed = intermediary("http://later.test/osci", "neu");
    reservedAt(renewed);

    assertThat(whereabouts().of(transmission, Optional.empty())).contains(renewed);
  }

  private static Transmission reservedAt(Intermediary intermediary) throws IOException {
    return transmission(
        OptionalLong.of(new KnownIntermediaryStore(kit.jdbc, kit.clock).keep(intermediary)));
  }

  private static Transmission transmission(OptionalLong intermediary) throws IOException {
    var message = kit.accept("<a/>").id();
    var transmission = kit.transmissions.open(message, TransmissionKind.OSCI, "amt via portal");
    intermediary.ifPresent(it -> kit.transmissions.reserve(transmission.id(), "id-" + it, it));
    return kit.transmissions.get(transmission.id());
  }

  private static Whereabouts whereabouts() {
    return new Whereabouts(new KnownIntermediaryStore(kit.jdbc, kit.clock));
  }

  private static Intermediary intermediary(String url, String name) {
    return new Intermediary(
        name,
        URI.create(url),
        CA.reader(name).certificate(),
        CA.signer(name).certificate(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
