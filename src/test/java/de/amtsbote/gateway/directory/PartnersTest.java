package de.amtsbote.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.xoev.quirk.QuirkProfile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartnersTest {

  private static final Wanted OFFICE = Wanted.of("ags:99000001", "bau");

  @Test
  void firstSourceThatKnows_counts() {
    var partners = partners("files,dvdv", knowing("dvdv", "remote"), knowing("files", "local"));

    assertThat(partners.find(OFFICE).partner().name()).isEqualTo("local");
  }

  @Test
  void order_isConfigurable() {
    var partners = partners("dvdv,files", knowing("dvdv", "remote"), knowing("files", "local"));

    assertThat(partners.find(OFFICE).partner().name()).isEqualTo("remote");
  }

  @Test
  void sourceThatKnowsNobody_isFollowedByTheNext() {
    var partners = partners("files,dvdv", knowing("files", null), knowing("dvdv", "remote"));

    assertThat(partners.find(OFFICE).source()).isEqualTo("dvdv");
  }

  @Test
  void readerThatNoSourceKnows_isUnknownForAllTheirReasons() {
    var partners = partners("files,dvdv", knowing("files", null), knowing("dvdv", null));

    assertThatThrownBy(() -> partners.find(OFFICE))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> {
              assertThat(it.code()).isEqualTo(ErrorCode.READER_UNKNOWN);
              assertThat(it.details()).isEqualTo("files has nobody; dvdv has nobody");
            });
  }

  @Test
  void readerNobodyKnows_isNotCalledUnknownWhileASourceIsDown() {
    var partners = partners("files,dvdv", knowing("files", null), down("dvdv"));

    assertThatThrownBy(() -> partners.find(OFFICE))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE));
  }

  @Test
  void sourceThatIsDown_isPassedOver() {
    var partners = partners("dvdv,files", down("dvdv"), knowing("files", "local"));

    assertThat(partners.find(OFFICE).partner().name()).isEqualTo("local");
    assertThat(partners.named("local").source()).isEqualTo("files");
  }

  @Test
  void nameNobodyGaveOut_isNotKnown() {
    var partners = partners("files", knowing("files", "local"));

    assertThat(partners.knows("local")).isTrue();
    assertThat(partners.knows("other")).isFalse();
  }

  @Test
  void orderWithAnUnknownSource_isRefused() {
    assertThatThrownBy(() -> partners("files,ldap"))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("ldap");
  }

  private static Partners partners(String order, DirectorySource... sources) {
    return new Partners(List.of(sources), List.of(order.split(",")));
  }

  private static DirectorySource knowing(String name, String partner) {
    return new DirectorySource() {

      @Override
      public String name() {
        return name;
      }

      @Override
      public Answer find(Wanted wanted) {
        return partner == null
            ? new Answer.Nobody(name + " has nobody")
            : new Answer.Found(entry(partner));
      }

      @Override
      public Optional<Entry> named(String asked) {
        return asked.equals(partner) ? Optional.of(entry(partner)) : Optional.empty();
      }

      private Entry entry(String found) {
        return Entry.current(
            new Partner(found, found, Set.of(), Set.of(), QuirkProfile.STRICT, Limits.NONE, null),
            name);
      }
    };
  }

  private static DirectorySource down(String name) {
    return new DirectorySource() {

      @Override
      public String name() {
        return name;
      }

      @Override
      public Answer find(Wanted wanted) {
        throw new GatewayException(ErrorCode.DIRECTORY_UNAVAILABLE, "down");
      }

      @Override
      public Optional<Entry> named(String partner) {
        throw new GatewayException(ErrorCode.DIRECTORY_UNAVAILABLE, "down");
      }
    };
  }
}
