package de.amtsbote.gateway.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.security.Caller;
import de.amtsbote.gateway.security.Role;
import de.amtsbote.gateway.security.WebhookSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses to which events must not go, and secrets that protect nothing. */
class WebhookAddressTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  @BeforeEach
  void writeSecret() throws Exception {
    Files.writeString(folder.resolve("secret"), SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://portal.example/events",
        "http://127.0.0.1.example/events",
        "http://10.0.0.1/events",
        "ftp://portal.example/events",
        "file:///etc/passwd",
        "https://user:secret@portal.example/events",
        "https://portal.example/events#part",
        "/events",
        "https:portal.example"
      })
  void address_isRefusedAtStart(String url) {
    assertThatThrownBy(() -> target(URI.create(url), folder.resolve("secret")))
        .hasMessageContaining("amtsbote.accounts.portal.webhook.url")
        .extracting("code")
        .isEqualTo(ErrorCode.CONFIGURATION_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://portal.example/events",
        "http://localhost:9000/events",
        "http://127.0.0.1/events",
        "http://[::1]:9000/events"
      })
  void address_isTaken(String url) {
    assertThat(target(URI.create(url), folder.resolve("secret")).url()).hasToString(url);
  }

  @Test
  void missingSecret_isRefusedAtStart() {
    assertThatThrownBy(() -> target(URI.create("https://portal.example/"), folder.resolve("none")))
        .extracting("code")
        .isEqualTo(ErrorCode.CONFIGURATION_INVALID);
  }

  @Test
  void shortSecret_isRefusedAtStartAndNotTold() throws Exception {
    Files.writeString(folder.resolve("secret"), "short-secret");

    assertThatThrownBy(
            () -> target(URI.create("https://portal.example/"), folder.resolve("secret")))
        .hasMessageContaining("at least 32 bytes")
        .hasMessageNotContaining("short-secret");
  }

  @Test
  void secret_isNeverPrinted() {
    var target = target(URI.create("https://portal.example/"), folder.resolve("secret"));

    assertThat(target.toString()).doesNotContain(SECRET);
  }

  private static WebhookTarget target(URI url, Path secret) {
    return WebhookTarget.of(
        new Caller("portal", "stadt", Set.of(Role.PORTAL)),
        new WebhookSettings(url, secret, null, null, null));
  }
}
