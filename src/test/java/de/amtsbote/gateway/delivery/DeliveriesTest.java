package de.amtsbote.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

  private final List<String> handedOver = new ArrayList<>();

  @Test
  void delivery_thatIsNotConfigured_isAFaultOfTheOperator() {
    assertThatThrownBy(() -> deliveries().get("archiv"))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DELIVERY_UNKNOWN));
  }

  @Test
  void names_areThoseConfigured() {
    assertThat(deliveries("kind", "file", "folder", "x").names()).containsExactly("archiv");
  }

  @Test
  void settingThatIsMissing_isNamed() {
    assertThatThrownBy(() -> deliveries("kind", "file"))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("amtsbote.deliveries.archiv.folder is missing");
  }

  @Test
  void kindThatNobodyMakes_isRefused() {
    assertThatThrownBy(() -> deliveries("kind", "xta"))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("archiv.kind is not offered");
  }

  @Test
  void messageThatIsTooLargeForItsReceiver_isNotHandedOver() {
    var delivery = deliveries("kind", "file", "folder", "x", "largest", "30B").get("archiv");
    var large = Handovers.of("d-1", Handovers.part("a", "text/plain", new byte[20]));

    assertThatThrownBy(() -> delivery.handOver(large))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DELIVERY_REFUSED));
    delivery.handOver(Handovers.of("d-2"));
    assertThat(handedOver).containsExactly("d-2");
  }

  private Deliveries deliveries(Object... settings) {
    var maker =
        new DeliveryMaker() {

          @Override
          public DeliverySettings.Kind kind() {
            return DeliverySettings.Kind.FILE;
          }

          @Override
          public Delivery make(String name, DeliverySettings ignored) {
            return handover -> handedOver.add(handover.deliveryId());
          }
        };
    return new Deliveries(
        settings.length == 0 ? Map.of() : Map.of("archiv", DeliveryTestSettings.of(settings)),
        List.of(maker));
  }
}
