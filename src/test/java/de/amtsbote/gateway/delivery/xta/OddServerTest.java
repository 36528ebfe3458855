package de.amtsbote.gateway.delivery.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaAnswerException;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.gateway.xta.XtaParty;
import de.amtsbote.gateway.xta.XtaRemote;
import de.amtsbote.gateway.xta.XtaReport;
import de.amtsbote.gateway.xta.XtaSelection;
import de.amtsbote.gateway.xta.XtaService;
import de.amtsbote.gateway.xta.XtaSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against servers that answer in other ways than ours. */
class OddServerTest {

  private static final String ID = "urn:de:xta:messageid:andere:1";
  private static final String OPEN = "<x:Status>0</x:Status>";

  @TempDir private Path folder;
  private CannedServer server;

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<x:Status>0</x:Status><x:InfoList><x:Info/></x:InfoList>",
        "<x:Status>0</x:Status><x:InfoList><x:Info><x:Timestamp>heute</x:Timestamp>"
            + "<x:Code><code>A</code></x:Code></x:Info></x:InfoList>"
      })
  void reportThatIsNotAsTheContractSays_isNoSilence(String status) throws Exception {
    var remote = answering(CannedText.report(ID, status, ""));

    assertThatThrownBy(() -> remote.report(ID)).isInstanceOf(XtaAnswerException.class);
  }

  @Test
  void furtherReportWithoutData_isPassedOver() throws Exception {
    var more = "<x:AdditionalReports><x:Report/></x:AdditionalReports>";

    var report = answering(CannedText.report(ID, OPEN, more)).report(ID);

    assertThat(report.status()).isEqualTo(XtaReport.Status.OPEN);
    assertThat(report.cards()).isEmpty();
  }

  @Test
  void listWithAnEntryThatHasNoId_namesTheOthers() throws Exception {
    var list = CannedText.list("r-1", List.of(ID));

    var page =
        answering(list.replace("<b:MsgStatusList>", "<b:MsgStatusList><b:MsgAttributes/>"))
            .list(XtaSelection.ALL, 10);

    assertThat(page.ids()).containsExactly(ID);
  }

  @Test
  void messageWithAPartWhoseNameIsNone_cannotBeRead() throws Exception {
    var part = "<i:Include xmlns:i=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:100%\"/>";
    var remote = answering(CannedText.message(ID, "", part));

    assertThatThrownBy(() -> remote.fetch(XtaSelection.ALL, new Nowhere()))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.XTA_CONTENT_INVALID));
  }

  @Test
  void faultOfTheServerWithoutNumber_isTriedAgain() throws Exception {
    assertThat(RetryTable.of(refusal("Receiver"))).isEqualTo(RetryTable.Meaning.TRY_AGAIN);
  }

  @Test
  void faultOfTheCallerWithoutNumber_isNotTriedAgain() throws Exception {
    assertThat(RetryTable.of(refusal("Sender"))).isEqualTo(RetryTable.Meaning.NEVER);
  }

  private XtaException refusal(String code) throws Exception {
    var remote = remote(CannedServer.fault(CannedText.fault(code)));
    var refusal = catchThrowableOfType(XtaException.class, remote::checkAccount);
    assertThat(refusal.error()).isEqualTo(XtaError.UNSPECIFIED);
    return refusal;
  }

  /** As servers made from the published WSDL answer with MTOM. */
  @Test
  void certificateInAMimePart_isRead() throws Exception {
    var remote = remote(multipart("cid:urkunde@andere"));

    assertThat(lookup(remote).cipherCertificate()).isEqualTo(TestXta.READER.certificate());
  }

  @Test
  void answerThatRefersToAPartThatIsNotThere_isNotUnderstood() throws Exception {
    var remote = remote(multipart("cid:andere@andere"));

    assertThatThrownBy(() -> lookup(remote)).isInstanceOf(XtaAnswerException.class);
  }

  private static XtaService.Answer lookup(XtaRemote remote) throws IOException {
    return remote
        .lookup(List.of(new XtaService(XtaParty.of("ags:1"), "urn:example:dienst")))
        .get(0);
  }

  private static CannedServer.Answer multipart(String href) throws Exception {
    var answer =
        CannedText.envelope(
            "",
            """
            <x:LookupServiceResponse><x:LookupServiceResultList><x:LookupServiceResult>\
            <m:Reader><m:Identifier type="xoev">ags:1</m:Identifier></m:Reader>\
            <x:ServiceType>urn:example:dienst</x:ServiceType>\
            <x:IsServiceAvailableValue><x:ServiceIsAvailable>true</x:ServiceIsAvailable>\
            </x:IsServiceAvailableValue><x:ServiceParameter><x:Resource>\
            <i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="%s"/></x:Resource>\
            </x:ServiceParameter></x:LookupServiceResult></x:LookupServiceResultList>\
            </x:LookupServiceResponse>"""
                .formatted(href));
    var certificate =
        Base64.getMimeEncoder().encodeToString(TestXta.READER.certificate().getEncoded());
    return new CannedServer.Answer(
        200,
        "multipart/related; type=\"application/xop+xml\"; boundary=\"b\"; start=\"<root>\"",
        "--b\r\nContent-Type: application/xop+xml; type=\"application/soap+xml\"\r\n"
            + "Content-ID: <root>\r\n\r\n"
            + answer
            + "\r\n--b\r\nContent-Type: application/octet-stream\r\n"
            + "Content-ID: <urkunde@andere>\r\n\r\n-----BEGIN CERTIFICATE-----\r\n"
            + certificate
            + "\r\n-----END CERTIFICATE-----\r\n\r\n--b--\r\n");
  }

  private XtaRemote answering(String envelope) throws Exception {
    return remote(CannedServer.soap(envelope));
  }

  private XtaRemote remote(CannedServer.Answer answer) throws Exception {
    server = new CannedServer(request -> answer);
    return new ForeignServer(folder, server.port()).servers().remote(ForeignServer.NAME);
  }

  private static final class Nowhere implements XtaSink {

    @Override
    public void part(boolean message, XtaPart part, InputStream content) throws IOException {
      content.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void encrypted(InputStream xml) throws IOException {
      xml.transferTo(OutputStream.nullOutputStream());
    }
  }
}
