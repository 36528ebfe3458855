package de.amtsbote.gateway.delivery.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the client does about each error number. */
class RetryTableTest {

  @ParameterizedTest
  @CsvSource({
    "9000, TRY_AGAIN, DELIVERY_UNAVAILABLE",
    "9010, NEVER, DELIVERY_REFUSED",
    "9011, NEVER, DELIVERY_REFUSED",
    "9012, NEVER, DELIVERY_REFUSED",
    "9013, NEVER, DELIVERY_REFUSED",
    "9014, NEVER, DELIVERY_REFUSED",
    "9020, NEVER, DELIVERY_REFUSED",
    "9021, NEVER, DELIVERY_REFUSED",
    "9022, NEVER, DELIVERY_REFUSED",
    "9023, CONTENT_WRONG, XTA_CONTENT_REFUSED",
    "9024, ID_USED, DELIVERY_REFUSED",
    "9030, TRY_AGAIN, DELIVERY_UNAVAILABLE",
    "9031, TRY_AGAIN, DELIVERY_UNAVAILABLE",
    "9032, TRY_AGAIN, DELIVERY_UNAVAILABLE",
    "9050, CONTENT_WRONG, XTA_CONTENT_REFUSED",
    "9051, CONTENT_WRONG, XTA_CONTENT_REFUSED",
    "9052, CONTENT_WRONG, XTA_CONTENT_REFUSED",
    "9060, CONTENT_WRONG, XTA_CONTENT_REFUSED",
    "9070, NEVER, DELIVERY_REFUSED",
    "9080, NEVER, DELIVERY_REFUSED",
    "9081, NEVER, DELIVERY_REFUSED",
    "9100, NEVER, DELIVERY_REFUSED",
    "9101, NEVER, DELIVERY_REFUSED"
  })
  void refusal_isTriedAgainOnlyWhereThatMayHelp(
      String number, RetryTable.Meaning meaning, ErrorCode code) {
    var error = XtaError.of(number).orElseThrow();

    assertThat(RetryTable.of(new XtaException(error, ""))).isEqualTo(meaning);
    assertThat(RetryTable.error("andere", new XtaException(error, "")).code()).isEqualTo(code);
    assertThat(code.isTransient()).isEqualTo(meaning == RetryTable.Meaning.TRY_AGAIN);
  }

  @Test
  void everyNumber_standsInTheTable() throws Exception {
    var table =
        RetryTableTest.class
            .getDeclaredMethod(
                "refusal_isTriedAgainOnlyWhereThatMayHelp",
                String.class,
                RetryTable.Meaning.class,
                ErrorCode.class)
            .getAnnotation(CsvSource.class)
            .value();

    assertThat(Stream.of(table).map(it -> it.substring(0, 4)))
        .containsExactlyElementsOf(Arrays.stream(XtaError.values()).map(XtaError::code).toList());
  }

  @Test
  void refusalWithoutNumberThatBlamesTheCaller_isNotTriedAgain() {
    var refusal = XtaException.blamingCaller("a fault");

    assertThat(RetryTable.of(refusal)).isEqualTo(RetryTable.Meaning.NEVER);
    assertThat(RetryTable.error("andere", refusal).code()).isEqualTo(ErrorCode.DELIVERY_REFUSED);
  }

  @Test
  void lineThatBreaks_isTriedAgain() {
    assertThat(RetryTable.error("andere", new IOException("reset")).code())
        .isEqualTo(ErrorCode.DELIVERY_UNAVAILABLE);
  }
}
