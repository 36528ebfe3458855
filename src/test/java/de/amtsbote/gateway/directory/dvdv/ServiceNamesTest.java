package de.amtsbote.gateway.directory.dvdv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.directory.Wanted;
import de.amtsbote.gateway.message.GatewayException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceNamesTest {

  private final ServiceNames names =
      new ServiceNames(
          Map.of(
              "bau-alt", service("urn:example:bau:2.3", "xbau", "2.3"),
              "bau-neu", service("urn:example:bau:2.4", "xbau", "2.4"),
              "bau-baulast", service("urn:example:baulast", "xbau", "2.4", "baulast.0500"),
              "hund",
                  new DvdvProperties.Service(
                      "urn:example:hund", "hundesteuer", null, null, Set.of(), "MESSAGE"),
              "eins", service("urn:example:eins", "xdoppelt", null),
              "zwei", service("urn:example:zwei", "xdoppelt", null)));

  @Test
  void versionOfTheMessage_tellsTheReleasesApart() {
    assertThat(of(new Wanted("ags:1", null, "xbau", "2.3", "0200"))).containsExactly("bau-alt");
    assertThat(of(new Wanted("ags:1", null, "xbau", "2.4", "0200"))).containsExactly("bau-neu");
  }

  @Test
  void mostSpecificService_isMeant() {
    assertThat(of(new Wanted("ags:1", null, "xbau", "2.4", "baulast.0500")))
        .containsExactly("bau-baulast");
  }

  @Test
  void serviceOfTheMessage_isMeant() {
    assertThat(of(Wanted.of("ags:1", "hundesteuer"))).containsExactly("hund");
    assertThat(of(Wanted.of("ags:1", "hund"))).containsExactly("hund");
    assertThat(of(Wanted.of("ags:1", "urn:example:hund"))).containsExactly("hund");
  }

  @Test
  void uriWithoutAName_isMeantItself() {
    assertThat(of(Wanted.of("ags:1", "urn:example:frei"))).containsExactly("urn:example:frei");
  }

  @Test
  void servicesThatNothingTellsApart_areAllNamed() {
    assertThat(of(new Wanted("ags:1", null, "xdoppelt", "1", "a"))).containsExactly("eins", "zwei");
  }

  @Test
  void standardThatNobodyConfigured_meansNone() {
    assertThat(of(new Wanted("ags:1", "Hund", "xhund", "1", "a"))).isEmpty();
  }

  @Test
  void serviceWithoutUri_isRefused() {
    assertThatThrownBy(() -> new ServiceNames(Map.of("a", service(null, "xbau", null))))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("amtsbote.dvdv.services.a.uri is missing");
  }

  private List<String> of(Wanted wanted) {
    return names.of(wanted).stream().map(ServiceNames.Named::name).toList();
  }

  private static DvdvProperties.Service service(
      String uri, String standard, String version, String... types) {
    return new DvdvProperties.Service(uri, null, standard, version, Set.of(types), "MESSAGE");
  }
}
