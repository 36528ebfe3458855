package de.amtsbote.gateway.entry.xta;

import static de.amtsbote.gateway.entry.xta.MailboxSoap.between;
import static de.amtsbote.gateway.entry.xta.MailboxSoap.close;
import static de.amtsbote.gateway.entry.xta.MailboxSoap.fetch;
import static de.amtsbote.gateway.entry.xta.MailboxSoap.list;
import static de.amtsbote.gateway.entry.xta.MailboxSoap.next;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.xta.v31.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

@GatewayTest
class MailboxPortTest extends MailboxFixture {

  @Test
  void emptyMailbox_saysThatNothingMatches() throws Exception {
    var answer = reader.mailbox(list("", ""));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.element("NoMessageAvailable").getAttribute("reason")).endsWith("/NoMatch");
    assertThat(Contract.violation(answer.element("MsgBoxResponse"))).isEmpty();
    assertThat(Contract.violation(answer.body())).isEmpty();
  }

  @Test
  void list_namesWhatWaitsAndHowMuchIsLeft() throws Exception {
    var first = waiting("<eins/>");
    var second = waiting("<zwei/>");
    waiting("<drei/>");

    var answer = reader.mailbox(list(" maxListItems=\"2\"", ""));

    assertThat(values(answer, "MessageID")).containsSubsequence(first.id(), second.id());
    assertThat(answer.count("MsgAttributes")).isEqualTo(2);
    assertThat(answer.value("ItemsPending")).isEqualTo("1");
    assertThat(answer.value("MsgSize")).isEqualTo("7");
    assertThat(answer.value("TypeOfBusinessScenario")).isEqualTo("XDEMO_DATA");
    assertThat(Contract.violation(answer.body())).isEmpty();
  }

  @Test
  void list_givesMetaDataWhenAskedForThem() throws Exception {
    waiting("<a/>");

    var answer = reader.mailbox(list(" ListForm=\"MessageMetaData\"", ""));

    assertThat(answer.count("MessageMetaData")).isEqualTo(1);
    assertThat(answer.value("Subject")).isEqualTo("Antrag von Erika Mustermann");
    assertThat(answer.element("Delivery")).isNotNull();
    assertThat(Contract.violation(answer.body())).isEmpty();
  }

  @Test
  void nextPage_goesOnWhereTheFirstEnded() throws Exception {
    waiting("<eins/>");
    var second = waiting("<zwei/>");
    var request = request(reader.mailbox(list(" maxListItems=\"1\"", "")));

    var answer = reader.mailbox(next("MsgBoxGetNextListRequest", request));

    assertThat(answer.body().getTextContent()).contains(second.id());
    assertThat(answer.value("ItemsPending")).isEqualTo("0");
    assertThat(request(answer)).isEqualTo(request);
    var end = reader.mailbox(next("MsgBoxGetNextListRequest", request));
    assertThat(end.element("NoMessageAvailable").getAttribute("reason")).endsWith("/NoMatch");
  }

  @Test
  void pageWhoseAnswerGotLost_isGivenAgain() throws Exception {
    var first = waiting("<eins/>");
    var second = waiting("<zwei/>");
    waiting("<drei/>");
    var request = request(reader.mailbox(list(" maxListItems=\"1\"", "")));
    reader.mailbox(next("MsgBoxGetNextListRequest", request));

    var again = reader.mailbox(next("MsgBoxGetNextListRequest", request, first.id()));

    assertThat(again.body().getTextContent()).contains(second.id());
  }

  @Test
  void requestThatNobodyMade_isSaidToBeInvalid() throws Exception {
    for (var action : List.of("MsgBoxGetNextListRequest", "MsgBoxGetNextMsgRequest")) {
      var answer = reader.mailbox(next(action, "urn:uuid:00000000-0000-0000-0000-000000000000"));

      assertThat(answer.element("NoMessageAvailable").getAttribute("reason"))
          .endsWith("/RequestIdInvalid");
    }
  }

  @Test
  void message_comesWithItsOrderAndItsContentInParts() throws Exception {
    var order = waiting("<a>ä</a>", "Anlage 1");

    var answer = reader.mailbox(fetch(order.id(), ""));

    assertThat(answer.contentType()).contains("multipart/related", "application/xop+xml");
    assertThat(answer.text()).contains("<a>ä</a>", "Anlage 1");
    assertThat(answer.value("MessageID")).isNotNull();
    assertThat(answer.element("MessageMetaData").getTextContent()).contains(order.id());
    assertThat(answer.element("Message").getAttribute("filename")).isEqualTo("antrag.xml");
    assertThat(answer.element("Message").getAttribute("id")).isEqualTo("m1");
    assertThat(answer.element("Attachment").getAttribute("contentDescription")).isEqualTo("Anlage");
    assertThat(answer.value("ItemsPending")).isEqualTo("0");
    assertThat(Contract.violation(answer.element("MessageMetaData"))).isEmpty();
  }

  @Test
  void onlyTheHeader_comesWithoutContent() throws Exception {
    var order = waiting("<a/>");

    var answer = reader.mailbox(fetch(order.id(), " MsgPart=\"Header\""));

    assertThat(answer.body()).isNull();
    assertThat(answer.element("MessageMetaData")).isNotNull();
  }

  @Test
  void onlyTheBody_comesWithoutOrder() throws Exception {
    var order = waiting("<a/>");

    var answer = reader.mailbox(fetch(order.id(), " MsgPart=\"Body\""));

    assertThat(answer.element("Message")).isNotNull();
    assertThat(answer.element("MessageMetaData")).isNull();
  }

  @Test
  void messages_areFetchedOneByOne() throws Exception {
    waiting("<eins/>");
    var second = waiting("<zwei/>");
    var first = reader.mailbox(fetch(null, ""));

    var answer = reader.mailbox(next("MsgBoxGetNextMsgRequest", request(first)));

    assertThat(first.text()).contains("<eins/>");
    assertThat(answer.text()).contains("<zwei/>", second.id());
    assertThat(reader.mailbox(next("MsgBoxGetNextMsgRequest", request(first))).body()).isNull();
  }

  @Test
  void whatWasReadButNotClosed_comesAgain() throws Exception {
    var order = waiting("<a/>");
    reader.mailbox(fetch(order.id(), ""));

    assertThat(reader.mailbox(list("", "")).count("MsgAttributes")).isEqualTo(1);
    assertThat(stored(order).state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void closedMessage_isDeliveredAndComesNoMore() throws Exception {
    var order = waiting("<a/>");
    var request = request(reader.mailbox(fetch(order.id(), "")));

    var answer = reader.mailbox(close(request, order.id()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isNull();
    assertThat(stored(order).state()).isEqualTo(MessageState.DELIVERED);
    assertThat(transmissions.of(stored(order).id()).get(0).state())
        .isEqualTo(TransmissionState.DELIVERED);
    assertThat(reader.mailbox(list("", "")).element("NoMessageAvailable")).isNotNull();
  }

  @Test
  void report_tellsWhenItWasFetched() throws Exception {
    var order = waiting("<a/>");
    reader.mailbox(close(request(reader.mailbox(fetch(order.id(), ""))), order.id()));

    var report =
        portal.management(
            Soap.call(Soap.XTA + "GetTransportReport").body(Soap.messageIdBody(order.id())));

    assertThat(report.value("Status")).isEqualTo("1");
    assertThat(report.element("InitialFetch")).isNotNull();
    assertThat(report.element("Reception")).isNotNull();
    assertThat(Contract.violation(report.body())).isEmpty();
  }

  @Test
  void closingAgain_changesNothing() throws Exception {
    var order = waiting("<a/>");
    var request = request(reader.mailbox(fetch(order.id(), "")));
    reader.mailbox(close(request, order.id()));
    var timeline = store.timeline(stored(order).id());

    assertThat(reader.mailbox(close(request, order.id())).status()).isEqualTo(200);
    assertThat(store.timeline(stored(order).id())).isEqualTo(timeline);
  }

  @Test
  void messageThatIsThere_isClosedBesideOneThatIsNot() throws Exception {
    var order = waiting("<a/>");
    var request = request(reader.mailbox(fetch(order.id(), "")));

    var answer = reader.mailbox(close(request, Order.newId(), order.id()));

    assertThat(answer.fault()).isEqualTo("InvalidMessageIDException 9070");
    assertThat(reader.mailbox(list("", "")).count("MsgAttributes")).isZero();
  }

  @Test
  void secondMessageOfTheSameId_isNotClosedWithTheFirst() throws Exception {
    var first = waiting("<a/>");
    var second = waiting("<b/>");
    var same =
        new XtaRecord(stored(second).id(), first.id(), null, null, false, java.util.List.of());
    messages.insert("stadt", "server:elsewhere", same, true);
    var request = request(reader.mailbox(fetch(first.id(), "")));

    reader.mailbox(close(request, first.id()));

    assertThat(values(reader.mailbox(list("", "")), "MessageID")).contains(second.id());
  }

  @Test
  void fetchedMessages_areListedWhenAskedFor() throws Exception {
    var order = waiting("<a/>");
    reader.mailbox(close(request(reader.mailbox(fetch(order.id(), ""))), order.id()));

    assertThat(reader.mailbox(list("", " newEntry=\"false\"")).count("MsgAttributes")).isEqualTo(1);
    assertThat(reader.mailbox(list("", " newEntry=\"true\"")).count("MsgAttributes")).isZero();
  }

  @Test
  void entryTimes_selectAndExcludeEachOther() throws Exception {
    waiting("<a/>");

    assertThat(
            reader
                .mailbox(between("2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"))
                .count("MsgAttributes"))
        .isEqualTo(1);
    assertThat(
            reader
                .mailbox(between("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z"))
                .count("MsgAttributes"))
        .isZero();
    assertThat(
            reader
                .mailbox(between("2021-01-01T00:00:00Z", "2020-01-01T00:00:00Z"))
                .element("NoMessageAvailable")
                .getAttribute("reason"))
        .endsWith("/SearchArgsInvalid");
  }

  @Test
  void unknownMessage_isNotFetchedAndNotClosed() throws Exception {
    assertThat(reader.mailbox(fetch(Order.newId(), "")).fault())
        .isEqualTo("InvalidMessageIDException 9070");
    assertThat(reader.mailbox(close("urn:uuid:egal", Order.newId())).fault())
        .isEqualTo("InvalidMessageIDException 9070");
  }

  @Test
  void mailboxOfAnotherTenant_staysShut() throws Exception {
    var order = waiting("<a/>");
    var neighbour = new XtaCaller(gateway, TestXta.NEIGHBOUR);

    assertThat(neighbour.mailbox(list("", "")).count("MsgAttributes")).isZero();
    assertThat(neighbour.mailbox(fetch(order.id(), "")).fault())
        .isEqualTo("InvalidMessageIDException 9070");
    assertThat(neighbour.mailbox(close("urn:uuid:egal", order.id())).fault())
        .isEqualTo("InvalidMessageIDException 9070");
    assertThat(neighbour.mailbox(list("", "").author("ags:1")).fault())
        .isEqualTo("PermissionDeniedException 9014");
    assertThat(stored(order).state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void requestOfAnotherAccount_isNotGoneOnWith() throws Exception {
    waiting("<eins/>");
    waiting("<zwei/>");
    var request = request(reader.mailbox(list(" maxListItems=\"1\"", "")));

    var answer =
        new XtaCaller(gateway, TestXta.NEIGHBOUR)
            .mailbox(next("MsgBoxGetNextListRequest", request));

    assertThat(answer.element("NoMessageAvailable").getAttribute("reason"))
        .endsWith("/RequestIdInvalid");
  }

  @Test
  void accountWithSeveralParties_mustNameTheReader() throws Exception {
    assertThat(portal.mailbox(list("", "")).fault()).isEqualTo("PermissionDeniedException 9014");
  }

  @Test
  void encryptedContainer_comesOutAsItWentIn() throws Exception {
    var order = new Order();
    portal.send(
        Soap.call(Soap.XTA + "SendMessage")
            .header(order.xml())
            .body(
                """
                <x:GenericContentContainer xmlns:x="http://xoev.de/transport/xta/211"><e:EncryptedData xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherData><e:CipherValue>AAECAw==</e:CipherValue></e:CipherData></e:EncryptedData></x:GenericContentContainer>"""));
    deliver(stored(order), null);

    var answer = reader.mailbox(fetch(order.id(), ""));

    assertThat(answer.value("CipherValue")).isEqualTo("AAECAw==");
    assertThat(Contract.violation(answer.body())).isEmpty();
  }

  @Test
  void whatARouteMade_isWhatTheReaderGets() throws Exception {
    var order = new Order();
    portal.send(Soap.send(order, "<alt/>"));
    deliver(stored(order), "<neu/>");

    var answer = reader.mailbox(fetch(order.id(), ""));

    assertThat(answer.text()).contains("<neu/>").doesNotContain("<alt/>");
  }

  @Test
  void linesInAMediaType_areNoLinesOfAPart() throws Exception {
    var order = new Order();
    var message =
        "<x:Message contentType=\"text/xml&#13;&#10;Content-Transfer-Encoding: base64\">"
            + Soap.base64("<a>PGI+</a>")
            + "</x:Message>";
    portal.send(
        Soap.call(Soap.XTA + "SendMessage").header(order.xml()).body(Soap.container(message)));
    deliver(stored(order), null);

    var answer = reader.mailbox(fetch(order.id(), ""));

    assertThat(answer.text())
        .contains("<a>PGI+</a>")
        .doesNotContain("\r\nContent-Transfer-Encoding: base64");
  }
}
