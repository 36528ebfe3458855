package de.amtsbote.gateway.route.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the end of a hand-over says of whether the message may have arrived. */
class DeliveryProducerTest {

  @ParameterizedTest
  @EnumSource(names = {"DELIVERY_REFUSED", "XTA_CONTENT_REFUSED"})
  void no_isARefusal(ErrorCode code) {
    assertThat(DeliveryProducer.isRefusal(new GatewayException(code, "no"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"DELIVERY_UNAVAILABLE", "PART_DAMAGED"})
  void anythingElse_isUnclear(ErrorCode code) {
    assertThat(DeliveryProducer.isRefusal(new GatewayException(code, "?"))).isFalse();
  }
}
