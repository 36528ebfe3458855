package de.amtsbote.osci.refusal;

import static de.amtsbote.osci.refusal.Verdict.assertRejected;
import static de.amtsbote.osci.refusal.Verdict.plain;

import de.amtsbote.osci.inspect.InspectOptions;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.testing.Inspected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The words for what is wrong with packaging, XML, structure and dialog data. */
class VerdictOnFormTest {

  private static byte[] changed(MessageType type, String what, String by) {
    return Attack.edit(plain(type), t -> t.replaceFirst(what, by));
  }

  private static void assertMime(UnaryOperator<String> change) throws IOException {
    assertRejected(plain(change), "mime", "9100");
  }

  private static void assertXml(UnaryOperator<String> change) throws IOException {
    assertRejected(plain(change), "xml", "9100");
  }

  private static void assertStructure(UnaryOperator<String> change) throws IOException {
    assertRejected(plain(change), "structure", "9100");
  }

  @Test
  void messageThatEndsInAPart_isMime() throws IOException {
    var whole = plain(t -> t.replace("Betreff", "B"));

    assertRejected(Arrays.copyOf(whole, whole.length - 100), "mime", "9100");
  }

  @Test
  void messageWithoutItsLastBoundary_isMime() throws IOException {
    assertMime(t -> t.substring(0, t.lastIndexOf("\r\n--MIME_boundary")));
  }

  @Test
  void headWithoutABoundary_isMime() throws IOException {
    assertMime(t -> t.replaceFirst("boundary=[^;]*; ", ""));
  }

  @Test
  void twoPartsOfOneName_areMime() throws IOException {
    assertMime(t -> t.replace("Content-ID: <b.bin>", "Content-ID: <a.bin>"));
  }

  @Test
  void partWithoutAName_isMime() throws IOException {
    assertMime(t -> t.replace("Content-ID: <b.bin>\r\n", ""));
  }

  @Test
  void partWithoutTransferEncoding_isMime() throws IOException {
    assertMime(t -> t.replaceFirst("Content-Transfer-Encoding: 8-bit\r\n", ""));
  }

  @Test
  void unknownTransferEncoding_isMime() throws IOException {
    assertMime(t -> t.replaceFirst("Encoding: 8-bit", "Encoding: x-uuencode"));
  }

  @Test
  void otherCharset_isMime() throws IOException {
    assertMime(t -> t.replace("charset=UTF-8", "charset=ISO-8859-1"));
  }

  @Test
  void lineFeedsOnly_areMime() throws IOException {
    assertMime(t -> t.replace("\r\n", "\n"));
  }

  @Test
  void textThatIsNoMessage_isMime() throws IOException {
    assertRejected("Guten Tag".getBytes(StandardCharsets.UTF_8), "mime", "9100");
  }

  @Test
  void documentTypeDeclaration_isXml() throws IOException {
    assertXml(t -> t.replaceFirst("<soap:Envelope", "<!DOCTYPE a><soap:Envelope"));
  }

  @Test
  void instruction_isXml() throws IOException {
    assertXml(t -> t.replace("<osci:ContentPackage>", "<?a b?><osci:ContentPackage>"));
  }

  @Test
  void elementThatIsNotClosed_isXml() throws IOException {
    assertXml(t -> t.replace("</osci:ContentPackage>", ""));
  }

  @Test
  void octetsThatAreNoUtf8_areXml() throws IOException {
    assertXml(t -> t.replace("Betreff", "Betreff\u00e4"));
  }

  @Test
  void declarationOfAnotherEncoding_isXml() throws IOException {
    assertXml(t -> t.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\""));
  }

  @Test
  void subjectWithoutEnd_isXml() throws IOException {
    assertXml(t -> t.replace("Betreff", "B".repeat(200_000)));
  }

  @Test
  void twoContentsOfOneId_areStructure() throws IOException {
    assertStructure(t -> t.replace("Id=\"content1\"", "Id=\"content0\""));
  }

  @Test
  void twoHeaderBlocksOfOneId_areStructure() throws IOException {
    assertStructure(t -> t.replace("Id=\"featuredescription\"", "Id=\"controlblock\""));
  }

  @Test
  void headerBlockWithoutId_isStructure() throws IOException {
    assertStructure(t -> t.replace(" Id=\"desiredlanguages\"", ""));
  }

  @Test
  void schemaOfAnotherOrder_isStructure() throws IOException {
    assertStructure(t -> t.replace("soapStoreDelivery.xsd", "soapFetchDelivery.xsd"));
  }

  @Test
  void schemaOfNoOrder_isStructure() throws IOException {
    assertStructure(t -> t.replace("soapStoreDelivery.xsd", "soapLoseDelivery.xsd"));
  }

  @Test
  void attachmentThatDidNotCome_isStructure() throws IOException {
    assertStructure(t -> t.replace("Content-ID: <b.bin>", "Content-ID: <c.bin>"));
  }

  @Test
  void orderWithoutAddressee_isStructure() throws IOException {
    assertStructure(
        t ->
            t.replaceFirst(
                "(?s)<osci:CipherCertificateAddressee.*?</osci:CipherCertificateAddressee>", ""));
  }

  @Test
  void orderWithoutMessageId_isStructure() throws IOException {
    assertRejected(
        plain(t -> t.replaceFirst("<osci:MessageId>.*?</osci:MessageId>", "")),
        "structure",
        "9800");
  }

  @Test
  void answerWithoutFeedback_isStructure() throws IOException {
    assertRejected(
        changed(
            MessageType.RESPONSE_TO_STORE_DELIVERY, "(?s)<osci:Feedback>.*?</osci:Feedback>", ""),
        "structure",
        "9100");
  }

  private static void assertDialog(byte[] message, String feedback) throws IOException {
    assertRejected(message, "dialog", feedback);
  }

  @Test
  void answerToAnotherChallenge_isDialog() throws IOException {
    InspectOptions options = Inspected.OPTIONS.challenge("b3RoZXI=");

    assertRejected(plain(MessageType.RESPONSE_TO_STORE_DELIVERY), options, "dialog", "9400");
  }

  @Test
  void answerWithoutResponse_isDialog() throws IOException {
    assertDialog(
        changed(MessageType.RESPONSE_TO_STORE_DELIVERY, "<osci:Response>.*?</osci:Response>", ""),
        "9400");
  }

  @Test
  void answerThatNamesNoConversation_isDialog() throws IOException {
    assertDialog(
        changed(MessageType.RESPONSE_TO_GET_MESSAGE_ID, " ConversationId=\"[0-9]*\"", ""), "9400");
  }

  @Test
  void fetchingOutsideOfADialog_isDialog() throws IOException {
    assertDialog(changed(MessageType.FETCH_DELIVERY, " ConversationId=\"[0-9]*\"", ""), "9802");
  }

  @Test
  void orderInADialogWithoutResponse_isDialog() throws IOException {
    assertDialog(
        changed(MessageType.FETCH_PROCESS_CARD, "<osci:Response>.*?</osci:Response>", ""), "9400");
  }

  @Test
  void orderInADialogWithoutItsNumber_isDialog() throws IOException {
    assertDialog(changed(MessageType.EXIT_DIALOG, " SequenceNumber=\"[0-9]*\"", ""), "9400");
  }

  @Test
  void orderThatChallengesNobody_isDialog() throws IOException {
    assertDialog(
        changed(MessageType.GET_MESSAGE_ID, "<osci:Challenge>.*?</osci:Challenge>", ""), "9400");
  }

  @Test
  void conversationWithAPassiveRecipient_isDialog() throws IOException {
    assertDialog(
        changed(
            MessageType.ACCEPT_DELIVERY,
            " Id=\"controlblock\"",
            " ConversationId=\"1\" Id=\"controlblock\""),
        "9400");
  }

  @Test
  void numberWithoutAConversation_isDialog() throws IOException {
    assertDialog(
        changed(MessageType.GET_MESSAGE_ID, "SequenceNumber=\"0\"", "SequenceNumber=\"5\""),
        "9400");
  }

  @Test
  void numberForAPassiveRecipient_isDialog() throws IOException {
    assertDialog(
        changed(
            MessageType.ACCEPT_DELIVERY,
            " Id=\"controlblock\"",
            " Id=\"controlblock\" SequenceNumber=\"0\""),
        "9400");
  }
}
