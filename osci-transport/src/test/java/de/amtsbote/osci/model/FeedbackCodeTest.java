package de.amtsbote.osci.model;

import static de.amtsbote.osci.model.FeedbackCode.Kind.ERROR;
import static de.amtsbote.osci.model.FeedbackCode.Kind.FAULT_CLIENT;
import static de.amtsbote.osci.model.FeedbackCode.Kind.FAULT_SERVER;
import static de.amtsbote.osci.model.FeedbackCode.Kind.OK;
import static de.amtsbote.osci.model.FeedbackCode.Kind.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.model.FeedbackCode.Kind;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes of OSCI-Transport 1.2 with its corrigenda and the supplement for chunks. */
class FeedbackCodeTest {

  private static Map<String, Kind> specified() {
    var codes = new TreeMap<String, Kind>();
    add(codes, OK, "0800 0801");
    add(codes, WARNING, "3500 3501 3700 3701 3702 3703 3704 3705 3706 3707 3708");
    add(codes, WARNING, "3800 3801 3802 3803 3950 3951 3952");
    add(codes, FAULT_SERVER, "9000 9503");
    add(codes, FAULT_CLIENT, "9100 9200 9201 9202 9300 9400 9500 9501 9502");
    add(codes, ERROR, "9600 9601 9602 9603 9700 9701 9704 9705 9706 9707 9708 9709");
    add(codes, ERROR, "9710 9711 9712 9800 9801 9802 9803 9804 9805 9806 9807 9808 9809");
    add(codes, ERROR, "9810 9811 9900 9901 9902 9903 9904 9905 9950");
    return codes;
  }

  private static void add(Map<String, Kind> codes, Kind kind, String list) {
    Arrays.stream(list.split(" ")).forEach(code -> codes.put(code, kind));
  }

  @Test
  void everyCode_hasItsKind() {
    var known =
        Arrays.stream(FeedbackCode.values())
            .collect(Collectors.toMap(FeedbackCode::code, FeedbackCode::kind));

    assertThat(new TreeMap<>(known)).isEqualTo(specified());
  }

  @ParameterizedTest
  @EnumSource
  void everyCode_isFoundByItsDigits(FeedbackCode code) {
    assertThat(FeedbackCode.of(code.code())).contains(code);
  }

  @ParameterizedTest
  @EnumSource
  void everyCode_hasATextInBothLanguages(FeedbackCode code) {
    assertThat(code.text("de")).isNotBlank();
    assertThat(code.text("en")).isNotBlank().isNotEqualTo(code.text("de"));
  }

  @ParameterizedTest
  @EnumSource
  void warning_isNeverAnError(FeedbackCode code) {
    assertThat(code.kind().isExecuted())
        .isEqualTo(code.code().startsWith("0") || code.code().startsWith("3"));
    assertThat(Feedback.of(FeedbackCode.EXECUTED_DIALOG_OPEN, code).isExecuted())
        .isEqualTo(code.kind().isExecuted());
  }

  @Test
  void whatMayPassByItself_isTransient() {
    var transientCodes =
        Arrays.stream(FeedbackCode.values())
            .filter(FeedbackCode::isTransient)
            .map(FeedbackCode::code);

    assertThat(transientCodes)
        .containsExactlyInAnyOrder(
            "3952", "9000", "9400", "9503", "9603", "9710", "9803", "9804", "9808", "9809", "9810",
            "9811");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999", "9713", "7000", ""})
  void unknownCode_isAnErrorUnlessItsFirstDigitSaysOtherwise(String code) {
    assertThat(new Feedback.Entry(code, "de", "").kind()).isEqualTo(ERROR);
    assertThat(new Feedback.Entry("3999", "de", "").kind()).isEqualTo(WARNING);
    assertThat(new Feedback.Entry("0999", "de", "").kind()).isEqualTo(OK);
  }
}
