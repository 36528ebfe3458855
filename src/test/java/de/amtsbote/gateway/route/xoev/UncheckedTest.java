package de.amtsbote.gateway.route.xoev;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that were not checked to their end: some are tried again, some wait for an operator. */
class UncheckedTest {

  @Test
  void messageWithoutRoomForItsRules_isTriedAgain() {
    assertThat(code(FindingCode.ROOM).isTransient()).isTrue();
  }

  @Test
  void messageWhoseCheckTakesTooLong_waitsForAnOperator() {
    assertThat(code(FindingCode.TIME)).isEqualTo(ErrorCode.VALIDATION_IMPOSSIBLE);
  }

  @Test
  void messageWhoseRulesFail_waitsForAnOperator() {
    assertThat(code(FindingCode.RULES_FAILED)).isEqualTo(ErrorCode.VALIDATION_IMPOSSIBLE);
  }

  private static ErrorCode code(FindingCode why) {
    var finding = why.at(Level.SCHEMATRON, Severity.ERROR, Place.NOWHERE, "", "", "");
    var report =
        new ValidationReport(
            Verdict.UNKNOWN,
            "xdemo",
            "1.0",
            "0100",
            "antrag.0100",
            EnumSet.allOf(Level.class),
            List.of(finding),
            0);
    return Verdicts.of(report).code();
  }
}
