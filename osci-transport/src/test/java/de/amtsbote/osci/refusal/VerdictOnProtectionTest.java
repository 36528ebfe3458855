package de.amtsbote.osci.refusal;

import static de.amtsbote.osci.refusal.Verdict.KEYS;
import static de.amtsbote.osci.refusal.Verdict.assertRejected;
import static de.amtsbote.osci.refusal.Verdict.encrypted;
import static de.amtsbote.osci.refusal.Verdict.flip;
import static de.amtsbote.osci.refusal.Verdict.plain;
import static de.amtsbote.osci.refusal.Verdict.sealed;
import static de.amtsbote.osci.refusal.Verdict.signed;

import de.amtsbote.osci.testing.Inspected;
import de.amtsbote.osci.testing.Parties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words for what is wrong with signatures and encryption, on the way and of the content. */
class VerdictOnProtectionTest {

  private static final String IV_LENGTH = "<osci128:IvLength[^>]*></osci128:IvLength>";
  private static final String WRAPPED = "<xenc:CipherValue>[A-Za-z0-9+/]{8}";
  private static final String OTHER_WRAPPED = "<xenc:CipherValue>AAAAAAAA";

  private static void assertTransport(byte[] message) throws IOException {
    assertRejected(message, "transport-decryption", "9202");
  }

  @Test
  void messageForAnotherKey_isTransportDecryption() throws IOException {
    byte[] message = new Attack().message(Attack.plain(), Attack.FULL);

    assertRejected(
        message,
        Inspected.OPTIONS.keys(List.of(Parties.STRANGER_CIPHER)),
        "transport-decryption",
        "9200");
  }

  @Test
  void changedCipherText_isTransportDecryption() throws IOException {
    assertTransport(sealed(flip("\r\n--MIME_boundary", 200)));
  }

  @Test
  void changedTag_isTransportDecryption() throws IOException {
    assertTransport(sealed(flip("\r\n--MIME_boundary", 1)));
  }

  @Test
  void cipherTextThatIsCutShort_isTransportDecryption() throws IOException {
    assertTransport(
        sealed(
            t -> {
              int end = t.lastIndexOf("\r\n--MIME_boundary");
              return t.substring(0, end - 500) + t.substring(end);
            }));
  }

  @Test
  void lengthOfTheVectorTakenAway_isTransportDecryption() throws IOException {
    assertTransport(sealed(t -> t.replaceFirst(IV_LENGTH, "")));
  }

  @Test
  void changedWrappedKey_isTransportDecryption() throws IOException {
    assertTransport(sealed(t -> t.replaceFirst(WRAPPED, OTHER_WRAPPED)));
  }

  @Test
  void encryptedTextThatIsNoMessage_isMimeInside() throws IOException {
    byte[] noMessage = "Guten Tag".getBytes(StandardCharsets.UTF_8);

    assertRejected(Sealed.forIntermediary(noMessage), "mime", "9300");
  }

  @Test
  void encryptedOrderOfWrongForm_isStructureInside() throws IOException {
    byte[] broken = plain(t -> t.replace(" Id=\"desiredlanguages\"", ""));

    assertRejected(Sealed.forIntermediary(broken), "structure", "9300");
  }

  private static void assertOrder(byte[] message, String feedback) throws IOException {
    assertRejected(message, "order-signature", feedback);
  }

  @Test
  void changedHeader_isOrderSignature() throws IOException {
    assertOrder(signed(t -> t.replace("Betreff", "Geaendert")), "9601");
  }

  @Test
  void changedControlBlock_isOrderSignature() throws IOException {
    assertOrder(signed(t -> t.replace("<osci:Challenge>Y2g=", "<osci:Challenge>eHg=")), "9601");
  }

  @Test
  void changedPart_isOrderSignature() throws IOException {
    assertOrder(signed(flip("\r\n--MIME_boundary", 20)), "9601");
  }

  @Test
  void partsInEachOthersPlace_areOrderSignature() throws IOException {
    assertOrder(signed(Verdict::swapped), "9601");
  }

  @Test
  void addedBlock_isOrderSignature() throws IOException {
    assertOrder(
        signed(t -> t.replace("</soap:Header>", "<a:b xmlns:a=\"urn:a\" Id=\"a\"/></soap:Header>")),
        "9602");
  }

  @Test
  void blockThatIsNotSigned_isOrderSignature() throws IOException {
    byte[] message =
        signed(t -> t.replaceFirst("(?s)<ds:Reference URI=\"#body\">.*?</ds:Reference>\n", ""));

    assertOrder(Attack.resign(message), "9602");
  }

  @Test
  void changedSignatureValue_isOrderSignature() throws IOException {
    assertOrder(
        signed(
            t -> {
              int at = t.indexOf("<ds:SignatureValue>") + 60;
              char other = t.charAt(at) == 'A' ? 'B' : 'A';
              return t.substring(0, at) + other + t.substring(at + 1);
            }),
        "9601");
  }

  @Test
  void signerThatIsNotThere_isOrderSignature() throws IOException {
    assertOrder(
        signed(
            t -> t.replaceFirst("RetrievalMethod URI=\"#[^\"]*\"", "RetrievalMethod URI=\"#x\"")),
        "9601");
  }

  private static void assertContentDecryption(byte[] message) throws IOException {
    assertRejected(message, "content-decryption", null);
  }

  @Test
  void changedCipherTextOfContent_isContentDecryption() throws IOException {
    assertContentDecryption(encrypted(flip("</xenc:CipherValue>", 90)));
  }

  @Test
  void lengthOfTheContentsVectorTakenAway_isContentDecryption() throws IOException {
    assertContentDecryption(encrypted(t -> t.replaceFirst(IV_LENGTH, "")));
  }

  @Test
  void changedKeyOfContent_isContentDecryption() throws IOException {
    assertContentDecryption(encrypted(t -> t.replaceFirst(WRAPPED, OTHER_WRAPPED)));
  }

  @Test
  void changedEncryptedAttachment_isContentDecryption() throws IOException {
    assertContentDecryption(encrypted(flip("\r\n--MIME_boundary", 20)));
  }

  @Test
  void contentForAnotherReader_isContentDecryption() throws IOException {
    assertRejected(
        encrypted(t -> t.replace("Betreff", "B")),
        Inspected.OPTIONS.keys(List.of(Parties.STRANGER_CIPHER)),
        "content-decryption",
        null);
  }

  private static void assertContent(byte[] message) throws IOException {
    assertRejected(message, KEYS, "content-signature", null);
  }

  @Test
  void changedData_isContentSignature() throws IOException {
    assertContent(plain(flip("</osci:Base64Content>", 8)));
  }

  @Test
  void changedAttachment_isContentSignature() throws IOException {
    assertContent(plain(flip("\r\n--MIME_boundary", 20)));
  }

  @Test
  void attachmentsInEachOthersPlace_areContentSignature() throws IOException {
    assertContent(plain(Verdict::swapped));
  }

  @Test
  void addedContent_isContentSignature() throws IOException {
    assertContent(
        plain(
            t ->
                t.replace(
                    "</osci:ContentContainer>",
                    "<osci:Content><osci:Base64Content Id=\"more\">QQ==</osci:Base64Content>"
                        + "</osci:Content></osci:ContentContainer>")));
  }

  @Test
  void removedContent_isContentSignature() throws IOException {
    assertContent(
        plain(
            t ->
                t.replaceFirst(
                    "(?s)<osci:Content><osci:Base64Content Id=\"content1\".*?</osci:Content>",
                    "")));
  }
}
