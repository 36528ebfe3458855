package de.amtsbote.gateway.route.amtsbote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxSelectorTest {

  private static final InboxKey PORTAL_MESSAGE = key("rest", "portal-a");
  private static final InboxKey MAIL = key("osci-mailbox", "bauamt");

  @ParameterizedTest
  @CsvSource({
    "xdemo, , , , , true",
    "xbau, , , , , false",
    "xdemo, 1.0, , , , true",
    "xdemo, 1.1, , , , false",
    ", , 0100, , , true",
    ", , umzug.antrag.0100, , , true",
    ", , '0200, 0100', , , true",
    ", , 0200, , , false",
    ", , , umzug, , true",
    ", , , hund, , false",
    ", , , , rest, true",
    ", , , , portal-a, true",
    ", , , , rest:portal-a, true",
    ", , , , rest:portal-b, false"
  })
  void message_isTakenWhenEverythingNamedFits(
      String standard, String version, String type, String service, String entry, boolean taken) {
    var selector = InboxSelector.of(standard, version, type, service, entry);

    assertThat(selector.takes(PORTAL_MESSAGE)).isEqualTo(taken);
  }

  @Test
  void mail_isNotTakenByASelectorWithoutEntry() {
    assertThat(InboxSelector.of("xdemo", null, null, null, null).takes(MAIL)).isFalse();
  }

  @Test
  void mail_isTakenByASelectorThatNamesItsEntry() {
    assertThat(InboxSelector.of(null, null, null, null, "osci-mailbox").takes(MAIL)).isTrue();
  }

  @Test
  void order_ofWeights_isAccountKindServiceTypeVersionStandard() {
    assertThat(
            new int[] {
              weight(null, null, null, null, "osci-mailbox:bauamt"),
              weight("xdemo", "1.0", "0100", "umzug", "osci-mailbox"),
              weight("xdemo", "1.0", "0100", "umzug", null),
              weight("xdemo", "1.0", "0100", null, null),
              weight("xdemo", "1.0", null, null, null),
              weight("xdemo", null, null, null, null),
              weight(null, null, null, null, null)
            })
        .isSortedAccordingTo((one, other) -> Integer.compare(other, one));
  }

  @ParameterizedTest
  @CsvSource({
    "'0100,0200', rest, '0200,0300', rest, true",
    "0100, rest, 0200, rest, false",
    "0100, rest:a, 0100, rest:b, false",
    "0100, rest:a, 0100, a, true",
    "0100, rest, 0100, xta, false"
  })
  void selectors_collideWhenAMessageFitsBothAndNoneIsMoreSpecific(
      String type, String entry, String otherType, String otherEntry, boolean collide) {
    var one = InboxSelector.of(null, null, type, null, entry);
    var other = InboxSelector.of(null, null, otherType, null, otherEntry);

    assertThat(one.isAmbiguousWith(other)).isEqualTo(collide);
    assertThat(other.isAmbiguousWith(one)).isEqualTo(collide);
  }

  private static int weight(
      String standard, String version, String type, String service, String entry) {
    return InboxSelector.of(standard, version, type, service, entry).weight();
  }

  private static InboxKey key(String entry, String account) {
    return new InboxKey(
        entry,
        account,
        Optional.of("xdemo"),
        Optional.of("1.0"),
        Optional.of("0100"),
        Optional.of("umzug.antrag.0100"),
        Optional.of("umzug"));
  }
}
