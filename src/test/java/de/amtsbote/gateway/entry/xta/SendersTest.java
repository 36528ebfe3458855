package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import de.amtsbote.gateway.entry.xta.soap.Peer;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SendersTest {

  private static final Peer CALLER = new Peer("127.0.0.1", TestXta.PORTAL.certificate(), List.of());
  private static final String FINGERPRINT = Fingerprint.of(TestXta.PORTAL.certificate());

  @Test
  void senderOfTheDemandedCategory_isKnownByItsFingerprint() throws Exception {
    assertThat(fingerprint("Meldebehörde")).isEqualTo(FINGERPRINT);
  }

  @Test
  void senderWithoutADemandedCategory_isNotAskedFor() throws Exception {
    assertThat(fingerprint(null)).isEqualTo(FINGERPRINT);
  }

  @Test
  void senderOfAnotherCategory_isRefused() {
    assertThatThrownBy(() -> fingerprint("Passbehörde"))
        .isInstanceOfSatisfying(
            XtaException.class, it -> assertThat(it.error()).isEqualTo(XtaError.PARTY_FOREIGN));
  }

  @Test
  void sender_isNotRefusedWhileTheDvdvIsDown() {
    assertThatThrownBy(() -> fingerprint("down"))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE));
  }

  @Test
  void demandedCategory_isRefusedAtStartWhereNobodyCanBeAsked() throws Exception {
    var settings = settings("Meldebehörde").accounts();
    var accounts = new XtaAccounts(settings, new ProxyCertificates(List.of()), Clock.systemUTC());

    assertThatThrownBy(() -> new Senders(accounts, settings, SenderCategories.NONE))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("amtsbote.xta.server.accounts.onlinedienst.author-category");
  }

  private static String fingerprint(String demanded) throws GeneralSecurityException {
    var settings = settings(demanded).accounts();
    var accounts = new XtaAccounts(settings, new ProxyCertificates(List.of()), Clock.systemUTC());
    var account = new XtaAccount("onlinedienst", "stadt", Set.of("gae:1"), Set.of());
    return new Senders(accounts, settings, categories()).fingerprint(account, CALLER);
  }

  private static XtaServerProperties settings(String demanded) throws GeneralSecurityException {
    var account = "amtsbote.xta.server.accounts.onlinedienst.";
    var source = new MapConfigurationPropertySource();
    source.put(account + "tenant", "stadt");
    source.put(account + "parties", "gae:1");
    source.put(account + "certificates", TestXta.sha256(TestXta.PORTAL));
    if (demanded != null) {
      source.put(account + "author-category", demanded);
    }
    return new Binder(source).bind("amtsbote.xta.server", XtaServerProperties.class).get();
  }

  private static SenderCategories categories() {
    var entered = Map.of(FINGERPRINT, "Meldebehörde");
    return (category, fingerprints) -> {
      if (category.equals("down")) {
        throw new GatewayException(ErrorCode.DIRECTORY_UNAVAILABLE, "down");
      }
      if (!fingerprints.stream().allMatch(it -> category.equals(entered.get(it)))) {
        throw new GatewayException(ErrorCode.AUTHOR_CATEGORY_WRONG, "another");
      }
    };
  }
}
