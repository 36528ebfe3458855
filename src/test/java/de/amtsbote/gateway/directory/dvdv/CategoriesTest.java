package de.amtsbote.gateway.directory.dvdv;

import static de.amtsbote.gateway.directory.dvdv.DvdvTown.CATEGORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.simulator.dvdv.DvdvFault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CategoriesTest {

  private final Wiring wiring = new Wiring(Map.of());
  private final SenderCategories categories = new Categories(wiring.dvdv);
  private final String office = Fingerprint.of(DvdvTown.OFFICE.certificate());

  @AfterEach
  void stop() {
    wiring.close();
  }

  @Test
  void authorityOfTheCategory_passes() {
    assertThatCode(() -> categories.require(CATEGORY, List.of(office))).doesNotThrowAnyException();
  }

  @Test
  void fingerprintWithColons_isTheSame() {
    var colons = office.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");

    assertThatCode(() -> categories.require(CATEGORY, List.of(colons))).doesNotThrowAnyException();
  }

  @Test
  void authorityOfAnotherCategory_isRefused() {
    assertRefused(ErrorCode.AUTHOR_CATEGORY_WRONG, "Passbehörde", List.of(office));
  }

  @Test
  void strangerAmongTheAuthors_isRefused() {
    var stranger = Fingerprint.of(DvdvTown.CLIENT.certificate());

    assertRefused(ErrorCode.AUTHOR_CATEGORY_WRONG, CATEGORY, List.of(office, stranger));
  }

  @Test
  void messageWithoutAuthor_isRefused() {
    assertRefused(ErrorCode.AUTHOR_CATEGORY_WRONG, CATEGORY, List.of());
  }

  @Test
  void verdict_isRememberedForFiveMinutes() {
    categories.require(CATEGORY, List.of(office));
    wiring.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
    categories.require(CATEGORY, List.of(office));
    assertThat(wiring.server.calls()).hasSize(1);

    wiring.clock.advance(Duration.ofSeconds(1));
    categories.require(CATEGORY, List.of(office));
    assertThat(wiring.server.calls()).hasSize(2);
  }

  @Test
  void oldVerdict_neverServesWhileTheDvdvIsDown() {
    categories.require(CATEGORY, List.of(office));
    wiring.clock.advance(Duration.ofMinutes(5));
    wiring.server.fault(DvdvFault.BROKEN);

    assertRefused(ErrorCode.DIRECTORY_UNAVAILABLE, CATEGORY, List.of(office));
  }

  private void assertRefused(ErrorCode code, String category, List<String> fingerprints) {
    assertThatThrownBy(() -> categories.require(category, fingerprints))
        .isInstanceOfSatisfying(
            GatewayException.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}
