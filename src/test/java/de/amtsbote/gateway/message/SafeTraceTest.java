package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTraceTest {

  private final Throwable error =
      new GatewayException(
          ErrorCode.INTERNAL,
          "the route failed",
          new IllegalStateException("cannot read <name>Erika Mustermann</name>"));

  @Test
  void trace_tellsClassesAndPlaces() {
    assertThat(SafeTrace.of(error))
        .contains("AB-9001", "java.lang.IllegalStateException", "at " + getClass().getName());
  }

  @Test
  void trace_quotesNoForeignMessage() {
    assertThat(SafeTrace.of(error)).doesNotContain("Mustermann");
  }
}
