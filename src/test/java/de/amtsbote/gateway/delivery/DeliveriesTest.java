package de.amtsbote.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

  @Test
  void delivery_thatIsNotConfigured_isAFaultOfTheOperator() {
    assertThatThrownBy(() -> new Deliveries(Map.of()).get("archiv"))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DELIVERY_UNKNOWN));
  }

  @Test
  void kind_thatIsMissing_isNamed() {
    assertRefused(settings(null, null, null), "amtsbote.deliveries.archiv.kind");
  }

  @Test
  void folder_thatIsMissing_isNamed() {
    assertRefused(settings(DeliverySettings.Kind.FILE, null, null), "archiv.folder");
  }

  @Test
  void url_thatIsNoHttp_isNamed() {
    assertRefused(
        settings(DeliverySettings.Kind.HTTP, null, URI.create("ftp://localhost/")), "archiv.url");
  }

  @Test
  void names_areThoseConfigured() {
    var deliveries =
        new Deliveries(Map.of("archiv", settings(DeliverySettings.Kind.FILE, Path.of("x"), null)));

    assertThat(deliveries.names()).containsExactly("archiv");
  }

  private static void assertRefused(DeliverySettings settings, String text) {
    assertThatThrownBy(() -> new Deliveries(Map.of("archiv", settings)))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining(text);
  }

  private static DeliverySettings settings(DeliverySettings.Kind kind, Path folder, URI url) {
    return new DeliverySettings(
        kind,
        null,
        folder,
        url,
        DeliverySettings.Format.PAYLOAD,
        Map.of(),
        Set.of(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
  }
}
