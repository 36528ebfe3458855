package de.amtsbote.gateway.directory.dvdv;

import static de.amtsbote.gateway.directory.dvdv.DvdvTown.KEY;
import static de.amtsbote.gateway.directory.dvdv.DvdvTown.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.directory.Answer;
import de.amtsbote.gateway.directory.Entry;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.directory.Wanted;
import de.amtsbote.gateway.directory.dvdv.api.DvdvCertificate;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import de.amtsbote.gateway.directory.dvdv.api.ServiceElement;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.simulator.dvdv.DvdvFault;
import de.amtsbote.osci.testpki.TestPki;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DvdvSourceTest {

  private static final Wanted ANTRAG =
      new Wanted(KEY, null, "xdemo", "1.0", "wohnsitz.ummeldung.antrag.0100");

  private final Wiring wiring = new Wiring(Map.of("antrag", Wiring.service("xdemo", null)));

  @AfterEach
  void stop() {
    wiring.close();
  }

  @Test
  void readerOfAMessage_isFoundByItsStandard() {
    var entry = found(ANTRAG);

    assertThat(entry.partner().name()).isEqualTo("ags:99000077@antrag");
    assertThat(entry.partner().title()).isEqualTo("Amt Musterstadt");
    assertThat(entry.stale()).isFalse();
  }

  @Test
  void channel_hasEverythingThatSendingNeeds() {
    var channel = found(ANTRAG).partner().osci();

    assertThat(channel.intermediary().url()).hasToString("https://osci.example.test/externalentry");
    assertThat(channel.intermediary().cipherCertificate())
        .isEqualTo(DvdvTown.KNOT_CIPHER.certificate());
    assertThat(channel.intermediary().signatureCertificate())
        .isEqualTo(DvdvTown.KNOT_SIGNATURE.certificate());
    assertThat(channel.addressee()).isEqualTo(DvdvTown.ADDRESSEE.certificate());
    assertThat(channel.cipherCertificate()).isEqualTo(DvdvTown.READER.certificate());
    assertThat(channel.demands().container()).isEqualTo("XDEMO_DATA");
    assertThat(channel.demands().encrypted()).isTrue();
    assertThat(channel.demands().signed()).isTrue();
    assertThat(channel.demands().subject()).contains("Antrag");
    assertThat(channel.recipient()).isEmpty();
  }

  @Test
  void service_mayBeNamedByItsUri() {
    assertThat(found(Wanted.of(KEY, SERVICE)).partner().name()).isEqualTo("ags:99000077@antrag");
  }

  @Test
  void partner_isFoundAgainByItsName() {
    var name = found(ANTRAG).partner().name();

    assertThat(wiring.source.named(name).orElseThrow().partner())
        .isEqualTo(found(ANTRAG).partner());
    assertThat(wiring.source.named("bauamt")).isEmpty();
    assertThat(wiring.source.named("ags:11111111@antrag")).isEmpty();
  }

  @Test
  void partnerOfAServiceWithoutAName_isFoundAgainByItsUri() {
    assertThat(wiring.source.named(KEY + "@" + SERVICE)).isPresent();
  }

  @Test
  void reader_isAskedForOnceWithinItsTime() {
    found(ANTRAG);
    found(ANTRAG);

    assertThat(wiring.server.calls()).hasSize(1);
  }

  /** Such as that of an intermediary in a network that is not used here. */
  @Test
  void certificateThatHasEndedAndIsNotUsed_makesNoAnswerShorter() {
    wiring.content.add(KEY, withIntermediary("TESTAIntermediär"));

    found(ANTRAG);
    found(ANTRAG);

    assertThat(wiring.server.calls()).hasSize(1);
  }

  @Test
  void certificateThatEndsAndIsUsed_endsTheAnswer() {
    wiring.content.add(KEY, withIntermediary("InternetIntermediär"));

    found(ANTRAG);
    found(ANTRAG);

    assertThat(wiring.server.calls()).hasSize(2);
  }

  /** The service with one more intermediary in front, whose certificates ended yesterday. */
  private static Service withIntermediary(String name) {
    var service = DvdvTown.service();
    var elements = new ArrayList<>(service.elements());
    var first = elements.get(0);
    var ended = TestPki.NOW.minus(Duration.ofDays(1));
    elements.add(
        0,
        new ServiceElement(
            name,
            name,
            name,
            first.serviceElementType(),
            null,
            null,
            first.serviceElementUri(),
            until(first.cipherCertificate(), ended),
            until(first.signatureCertificate(), ended),
            true,
            9L,
            1L,
            null,
            null));
    return service.entry(service.wsdl(), elements);
  }

  private static DvdvCertificate until(DvdvCertificate it, Instant end) {
    return new DvdvCertificate(
        it.content(),
        it.fingerprint(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        end,
        null,
        null,
        null);
  }

  @Test
  void miss_isRememberedForFiveMinutes() {
    var stranger = new Wanted("ags:11111111", null, "xdemo", null, null);

    assertNobody(stranger, "has no valid service");
    assertNobody(stranger, "has no valid service");
    assertThat(wiring.server.calls()).hasSize(1);

    wiring.clock.advance(Duration.ofMinutes(5));
    assertNobody(stranger, "has no valid service");
    assertThat(wiring.server.calls()).hasSize(2);
  }

  @Test
  void serviceThatIsNotValid_isToldWithTheWarning() {
    wiring.server.fault(DvdvFault.NO_LONGER_VALID);

    assertNobody(ANTRAG, "zurzeit nicht gültig");
  }

  @Test
  void entryOfAnHourAgo_servesAsStaleWhileTheDvdvIsDown() {
    found(ANTRAG);
    wiring.clock.advance(Duration.ofHours(1));
    wiring.server.fault(DvdvFault.BROKEN);

    assertThat(found(ANTRAG).stale()).isTrue();
  }

  @Test
  void readerNobodyAskedFor_isNotUnknownWhileTheDvdvIsDown() {
    wiring.server.fault(DvdvFault.BROKEN);

    assertThatThrownBy(() -> wiring.source.find(ANTRAG))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE));
  }

  @Test
  void readerOnceNotFound_isNotUnknownLaterWhileTheDvdvIsDown() {
    var stranger = new Wanted("ags:11111111", null, "xdemo", null, null);
    assertNobody(stranger, "has no valid service");
    wiring.clock.advance(Duration.ofMinutes(6));
    wiring.server.fault(DvdvFault.BROKEN);

    assertThatThrownBy(() -> wiring.source.find(stranger))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE));
  }

  @Test
  void entryThatSeemsWrong_isLookedUpOnceMore() {
    var before = found(ANTRAG).partner();
    wiring.content.add(KEY, DvdvTown.service(URI.create("https://neu.example.test/osci")).entry());
    assertThat(found(ANTRAG).partner()).isEqualTo(before);

    wiring.clock.advance(AnswerCache.BETWEEN_DOUBTS);
    wiring.source.doubt(before.name());

    assertThat(found(ANTRAG).partner().osci().intermediary().url())
        .hasToString("https://neu.example.test/osci");
  }

  @Test
  void entryThatSeemsWrong_servesOnWhileTheDvdvIsDown() {
    var before = found(ANTRAG).partner();
    wiring.clock.advance(AnswerCache.BETWEEN_DOUBTS);
    wiring.server.fault(DvdvFault.BROKEN);
    var partners = new Partners(List.of(wiring.source), List.of("dvdv"));

    assertThat(partners.again(before.name()).partner()).isEqualTo(before);
    assertThat(found(ANTRAG).partner()).isEqualTo(before);
  }

  @Test
  void messageOfAStandardWithoutAService_findsNobodyAndAsksNobody() {
    assertNobody(new Wanted(KEY, null, "xbau", "2.4", "1200"), "no service of the DVDV");
    assertThat(wiring.server.calls()).isEmpty();
  }

  @Test
  void readerWithoutPrefix_isNoKey() {
    assertNobody(new Wanted("4711", null, "xdemo", null, null), "is no key");
  }

  private Entry found(Wanted wanted) {
    return ((Answer.Found) wiring.source.find(wanted)).entry();
  }

  private void assertNobody(Wanted wanted, String why) {
    assertThat(wiring.source.find(wanted))
        .isInstanceOfSatisfying(Answer.Nobody.class, it -> assertThat(it.why()).contains(why));
  }
}
