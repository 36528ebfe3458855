package de.amtsbote.gateway.route.worker;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.route.RouteRejection;
import java.net.ConnectException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RouteFailuresTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new GatewayException(ErrorCode.READER_UNKNOWN, "x"), ErrorCode.READER_UNKNOWN),
        Arguments.of(new RouteRejection("nicht hier"), ErrorCode.REFUSED_BY_ROUTE),
        Arguments.of(new NoSuchBeanException("bean"), ErrorCode.ROUTE_FAILED),
        Arguments.of(new ConnectException("no"), ErrorCode.DELIVERY_UNAVAILABLE),
        Arguments.of(new RejectedExecutionException(), ErrorCode.INTERNAL),
        Arguments.of(status(503), ErrorCode.DELIVERY_UNAVAILABLE),
        Arguments.of(status(404), ErrorCode.DELIVERY_REFUSED),
        Arguments.of(new IllegalArgumentException("?"), ErrorCode.ROUTE_FAILED),
        Arguments.of(new IllegalStateException("?"), ErrorCode.INTERNAL));
  }

  private static Exception status(int status) {
    return new HttpOperationFailedException("http://localhost/", status, "", null, null, "body");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failure_hasTheCodeOfWhatWentWrong(Exception error, ErrorCode code) {
    assertThat(RouteFailures.of("route", error).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failure_isKnownUnderWhatWrapsIt(Exception error, ErrorCode code) {
    var wrapped = new CamelExecutionException("wrapped", null, error);

    assertThat(RouteFailures.of("route", wrapped).code()).isEqualTo(code);
  }

  @Test
  void textOfAForeignException_isNotShown() {
    var error = RouteFailures.of("route", new IllegalStateException("Familienname Müller"));

    assertThat(error.getMessage()).doesNotContain("Müller");
  }
}
