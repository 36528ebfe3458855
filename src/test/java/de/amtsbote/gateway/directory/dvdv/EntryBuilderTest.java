package de.amtsbote.gateway.directory.dvdv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.gateway.directory.dvdv.DvdvProperties.Network;
import de.amtsbote.gateway.directory.dvdv.api.DvdvCertificate;
import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import de.amtsbote.gateway.directory.dvdv.api.ServiceElement;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.simulator.dvdv.OsciService;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EntryBuilderTest {

  private static final OsciService SERVICE = DvdvTown.service();

  private final TestClock clock = new TestClock(TestPki.NOW);

  @Test
  void elements_areFoundByTypeAndName() {
    var elements = new ArrayList<>(SERVICE.elements());
    elements.add(0, renamed(elements.get(0), "TESTAIntermediär", "https://testa.example.test"));
    elements.add(0, renamed(elements.get(2), "AndererEmpfänger", null));

    var channel = build(SERVICE.entry(SERVICE.wsdl(), elements)).osci();

    assertThat(channel.intermediary().url()).hasToString("https://osci.example.test/externalentry");
    assertThat(channel.addressee()).isEqualTo(DvdvTown.ADDRESSEE.certificate());
  }

  @Test
  void testa_isUsedWhereItComesFirst() {
    var elements = new ArrayList<>(SERVICE.elements());
    elements.add(renamed(elements.get(0), "TESTAIntermediär", "https://testa.example.test/osci"));
    var wsdl =
        SERVICE
            .wsdl()
            .replace(
                "</wsdl:service>",
                """
                <wsdl:port name="TESTAPort" binding="tns:bindung">
                  <osci:address intermediaryRef="TESTAIntermediär" addresseeRef="InternetEmpfänger"/>
                </wsdl:port></wsdl:service>""");
    var service = SERVICE.entry(wsdl, elements);

    assertThat(build(service, Network.TESTA, Network.INTERNET).osci().intermediary().name())
        .isEqualTo("testa.example.test/osci");
    assertThat(build(service, Network.INTERNET).osci().intermediary().name())
        .isEqualTo("osci.example.test/externalentry");
  }

  @Test
  void testa_isNotUsedUnlessItMay() {
    var wsdl = SERVICE.wsdl().replace("InternetPort", "TESTAPort");

    assertIncomplete(SERVICE.entry(wsdl, SERVICE.elements()), "no way through the networks");
  }

  @Test
  void openAndUnsignedService_demandsNeither() {
    var wsdl =
        SERVICE
            .wsdl()
            .replace("signatureLevel=\"advanced\"", "signatureLevel=\"none\"")
            .replace("encrypted=\"true\"", "encrypted=\"false\"");

    var demands = build(SERVICE.entry(wsdl, SERVICE.elements())).osci().demands();

    assertThat(demands.signed()).isFalse();
    assertThat(demands.encrypted()).isFalse();
  }

  @Test
  void bindingsDemands_holdWhereTheContainerSaysNothing() {
    var wsdl =
        SERVICE
            .wsdl()
            .replaceAll("(?s)(<osci:container name=\"XDEMO_DATA\")[^>]*>", "$1>")
            .replaceAll("<osci:readerRef[^>]*/>", "")
            .replace("encrypted=\"true\"", "encrypted=\"false\"");

    var channel = build(SERVICE.entry(wsdl, SERVICE.elements())).osci();

    assertThat(channel.demands().encrypted()).isFalse();
    assertThat(channel.cipherCertificate()).isEqualTo(DvdvTown.READER.certificate());
  }

  @Test
  void passiveAddressee_isReachedAtItsAddress() {
    var elements = new ArrayList<>(SERVICE.elements());
    elements.set(1, renamed(elements.get(1), "InternetEmpfänger", "https://amt.example.test/push"));
    var wsdl = SERVICE.wsdl().replace("one-way-active", "one-way-passive");

    assertThat(build(SERVICE.entry(wsdl, elements)).osci().recipient().orElseThrow())
        .hasToString("https://amt.example.test/push");
    assertIncomplete(SERVICE.entry(wsdl, SERVICE.elements()), "no usable address");
  }

  @Test
  void elementThatTheDescriptionNames_mustBeThere() {
    assertIncomplete(
        SERVICE.entry(SERVICE.wsdl(), SERVICE.elements().subList(0, 2)), "lacks the CIPHER");
    assertIncomplete(
        SERVICE.entry(SERVICE.wsdl(), SERVICE.elements().subList(1, 3)), "no way through");
  }

  @Test
  void serviceDescribedByHand_isNoOsciService() {
    assertIncomplete(SERVICE.entry(null, SERVICE.elements()), "not described for OSCI");
  }

  @Test
  void certificateThatWasRevoked_isRefused() {
    var revoked = with(it -> revokedAt(it, TestPki.NOW));

    assertRefused(ErrorCode.CERTIFICATE_REFUSED, revoked, "was revoked");
    assertThat(build(with(it -> revokedAt(it, TestPki.NOW.plusSeconds(1))))).isNotNull();
  }

  /** While one certificate takes the place of another, either may sign. */
  @Test
  void signatureCertificates_allCount() {
    var elements = new ArrayList<>(SERVICE.elements());
    elements.add(signature("Signatur alt", DvdvTown.OFFICE, null));
    elements.add(signature("Signatur neu", DvdvTown.CLIENT, null));

    var channel = build(SERVICE.entry(SERVICE.wsdl(), elements)).osci();

    assertThat(channel.signatureCertificates())
        .containsExactlyInAnyOrder(DvdvTown.OFFICE.certificate(), DvdvTown.CLIENT.certificate());
    assertThat(channel.hasSignedAlone(Set.of(Fingerprint.of(DvdvTown.CLIENT.certificate()))))
        .isTrue();
    assertThat(
            channel.hasSignedAlone(
                Set.of(
                    Fingerprint.of(DvdvTown.CLIENT.certificate()),
                    Fingerprint.of(DvdvTown.READER.certificate()))))
        .isFalse();
    assertThat(channel.hasSignedAlone(Set.of())).isFalse();
  }

  @Test
  void signatureCertificateThatWasRevoked_doesNotCountBesideAnother() {
    var elements = new ArrayList<>(SERVICE.elements());
    elements.add(signature("Signatur alt", DvdvTown.OFFICE, TestPki.NOW));
    var alone = SERVICE.entry(SERVICE.wsdl(), List.copyOf(elements));
    elements.add(signature("Signatur neu", DvdvTown.CLIENT, null));

    assertThat(build(SERVICE.entry(SERVICE.wsdl(), elements)).osci().signatureCertificates())
        .containsExactly(DvdvTown.CLIENT.certificate());
    assertRefused(ErrorCode.CERTIFICATE_REFUSED, alone, "was revoked");
  }

  private static ServiceElement signature(String name, TestIdentity of, Instant revoked) {
    var it = OsciService.certificate(of.certificate());
    return new ServiceElement(
        name,
        name,
        name,
        "SIGNATURE_CERTIFICATE",
        null,
        null,
        null,
        null,
        revokedAt(it, revoked),
        true,
        9L,
        1L,
        null,
        null);
  }

  @Test
  void certificateUnderAForeignFingerprint_isRefused() {
    var swapped =
        with(
            it -> {
              var other = OsciService.certificate(DvdvTown.CLIENT.certificate());
              return certificate(other.content(), it.fingerprint(), null);
            });

    assertRefused(ErrorCode.DIRECTORY_ANSWER_INVALID, swapped, "another one");
  }

  @Test
  void certificateThatIsNone_isRefused() {
    assertRefused(
        ErrorCode.DIRECTORY_ANSWER_INVALID,
        with(it -> certificate("AAAA", null, null)),
        "cannot be read");
  }

  /** Changes the certificate of the reader. */
  private static Service with(UnaryOperator<DvdvCertificate> change) {
    var elements = new ArrayList<>(SERVICE.elements());
    var reader = elements.get(2);
    elements.set(
        2,
        new ServiceElement(
            reader.serviceElementName(),
            null,
            reader.serviceElementDescriptionName(),
            reader.serviceElementType(),
            null,
            null,
            null,
            change.apply(reader.cipherCertificate()),
            null,
            true,
            3L,
            1L,
            null,
            null));
    return SERVICE.entry(SERVICE.wsdl(), elements);
  }

  private static DvdvCertificate revokedAt(DvdvCertificate it, Instant at) {
    return certificate(it.content(), it.fingerprint(), at);
  }

  private static DvdvCertificate certificate(String content, String fingerprint, Instant revoked) {
    return new DvdvCertificate(
        content,
        fingerprint,
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
        null,
        null,
        revoked,
        null);
  }

  private static ServiceElement renamed(ServiceElement it, String name, String address) {
    return new ServiceElement(
        name,
        name,
        name,
        it.serviceElementType(),
        null,
        null,
        address,
        it.signatureCertificate() == null
            ? it.cipherCertificate()
            : OsciService.certificate(DvdvTown.CLIENT.certificate()),
        it.signatureCertificate(),
        true,
        9L,
        1L,
        null,
        null);
  }

  private Partner build(Service service, Network... networks) {
    var named = new ServiceNames.Named("antrag", DvdvTown.SERVICE, "MESSAGE");
    return Wiring.entries(clock, networks)
        .partner(new ServiceNames.Instance(DvdvTown.KEY, named), service);
  }

  private void assertIncomplete(Service service, String text) {
    assertRefused(ErrorCode.PARTNER_INCOMPLETE, service, text);
  }

  private void assertRefused(ErrorCode code, Service service, String text) {
    assertThatThrownBy(() -> build(service))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> {
              assertThat(it.code()).isEqualTo(code);
              assertThat(it.details()).contains(text);
            });
  }
}
