package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.testpki.TestKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What we encrypt is opened by the JDK's ciphers, step by step as the standard says it. */
class ForeignDecryptionTest {

  private static final int IV = 12;
  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  private final KeyPair pair = TestKeys.rsa();
  private final SoftwareKeys recipient = Parties.keys("recipient", pair, "SHA256withRSA");

  ForeignDecryptionTest() throws GeneralSecurityException {}

  private byte[] key(Element encrypted) throws GeneralSecurityException {
    Element wrapped = child(encrypted, "EncryptedKey");
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding", "SunJCE");
    cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate(), OAEP);
    return cipher.doFinal(base64(child(wrapped, "CipherValue")));
  }

  private static byte[] open(byte[] key, byte[] sealed) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(128, sealed, 0, IV));
    return cipher.doFinal(sealed, IV, sealed.length - IV);
  }

  private static Element child(Element parent, String name) {
    var all = parent.getElementsByTagNameNS("*", name);
    return (Element) all.item(0);
  }

  private static byte[] base64(Element element) {
    return Base64.getMimeDecoder().decode(element.getTextContent());
  }

  private OutgoingMessage message() {
    RoleCertificate reader =
        RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, recipient.certificate());
    ContentContainer container =
        ContentContainer.builder("container0").data("content0", Samples.PAYLOAD).build();
    OutgoingMessage usual = Samples.store(ContentPackage.EMPTY);
    return OutgoingMessage.of(usual.type(), usual.control())
        .order(usual.order())
        .certificates(RoleCertificates.builder().add(reader).build())
        .content(
            ContentPackage.of(new EncryptedContainer("encrypted0", container, List.of(reader))))
        .build();
  }

  @Test
  void messageOnItsWay_isOpenedByTheJdk() throws Exception {
    Foreign foreign =
        new Foreign(
            new Wire().compose(message(), new OrderSecurity(null, recipient.certificate())));

    byte[] plain = open(key(foreign.first("EncryptedData")), foreign.part("osci_enc"));

    assertThat(new String(plain, StandardCharsets.UTF_8))
        .startsWith("MIME-Version: 1.0\r\n")
        .contains("soapStoreDelivery.xsd");
  }

  @Test
  void content_isOpenedByTheJdk() throws Exception {
    Foreign foreign = new Foreign(new Wire().compose(message(), OrderSecurity.NONE));
    Element encrypted = foreign.first("EncryptedData");
    Element data = (Element) encrypted.getLastChild();

    byte[] plain = open(key(encrypted), base64(child(data, "CipherValue")));

    assertThat(new String(plain, StandardCharsets.UTF_8))
        .startsWith("<osci:ContentContainer ")
        .contains(Base64.getEncoder().encodeToString(Samples.PAYLOAD));
  }
}
