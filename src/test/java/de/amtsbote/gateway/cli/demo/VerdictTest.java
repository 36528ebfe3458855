package de.amtsbote.gateway.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.cli.demo.Expectation.Delivered;
import de.amtsbote.gateway.cli.demo.Expectation.Duplicate;
import de.amtsbote.gateway.cli.demo.Expectation.Rejected;
import de.amtsbote.gateway.cli.town.Arrivals;
import de.amtsbote.gateway.cli.town.Arrivals.Arrival;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final String PAYLOAD = "aa";
  private static final String PICTURE = "bb";
  private static final Arrival AT_A = new Arrival("a", "1", Set.of(PAYLOAD));
  private static final Arrival AT_A_AGAIN = new Arrival("a", "2", Set.of(PAYLOAD));

  @Test
  void deliveredOnceAndWhole_isAsItShouldBe() {
    assertThat(complaint(ended(new Delivered("a"), "COMPLETED", ""), AT_A)).isEmpty();
  }

  @Test
  void deliveredToAnother_isComplainedAbout() {
    assertThat(complaint(ended(new Delivered("b"), "DELIVERED", ""), AT_A))
        .hasValue("went to a, not to b");
  }

  @Test
  void deliveredTwice_isComplainedAbout() {
    assertThat(complaint(ended(new Delivered("a"), "DELIVERED", ""), AT_A, AT_A_AGAIN))
        .hasValue("was delivered 2 times");
  }

  @Test
  void saidToBeDelivered_butNotThere_isComplainedAbout() {
    assertThat(complaint(ended(new Delivered("a"), "DELIVERED", "")))
        .hasValueSatisfying(text -> assertThat(text).startsWith("is said to be delivered"));
  }

  @Test
  void parkedInsteadOfDelivered_isComplainedAbout() {
    assertThat(complaint(ended(new Delivered("a"), "PARKED", "no-route")))
        .hasValue("ended as PARKED, not delivered");
  }

  @Test
  void missingAttachment_isComplainedAbout() {
    Case one = ended(new Delivered("a"), "DELIVERED", "");

    assertThat(Verdict.complaint(one, List.of(AT_A), Set.of(PICTURE)))
        .hasValue("arrived without its attachments as they were sent");
  }

  @Test
  void rejectedForTheReason_isAsItShouldBe() {
    assertThat(complaint(ended(new Rejected("not-valid"), "REJECTED", "not-valid"))).isEmpty();
  }

  @Test
  void rejectedForAnotherReason_isComplainedAbout() {
    assertThat(complaint(ended(new Rejected("not-valid"), "REJECTED", "too-large")))
        .hasValue("was refused as too-large, not as not-valid");
  }

  @Test
  void deliveredInsteadOfRejected_isComplainedAbout() {
    assertThat(complaint(ended(new Rejected("not-valid"), "DELIVERED", ""), AT_A))
        .hasValue("reached a and should have been refused");
  }

  @Test
  void duplicateTakenForNew_isComplainedAbout() {
    assertThat(complaint(ended(new Duplicate(), "DELIVERED", "")))
        .hasValue("was taken for a new message");
  }

  @Test
  void tally_putsEveryApplicationInOneColumn() {
    Arrivals arrivals = new Arrivals();
    arrivals.add("a", "1", List.of(PAYLOAD));
    Case repeated = new Case(2, application(new Duplicate()), PAYLOAD);
    repeated.received("1", true);

    Tally tally =
        Tally.of(
            List.of(
                ended(new Delivered("a"), "DELIVERED", ""),
                repeated,
                new Case(3, application(new Delivered("a")), "cc")),
            arrivals);

    assertThat(tally).isEqualTo(new Tally(3, 1, 0, 1, 1));
  }

  private static Optional<String> complaint(Case one, Arrival... arrivals) {
    return Verdict.complaint(one, List.of(arrivals), Set.of());
  }

  private static Case ended(Expectation expectation, String state, String code) {
    Case one = new Case(1, application(expectation), PAYLOAD);
    one.update(new MessageView(state, List.of(state), code, ""));
    return one;
  }

  private static Application application(Expectation expectation) {
    return new Application("an application", Path.of("a.xml"), List.of(), "key", expectation);
  }
}
