package de.amtsbote.gateway.entry.mailbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.message.GatewayException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Push entries that are refused when the gateway starts, not when the first delivery comes. */
class PushPropertiesTest {

  private final Map<String, String> given =
      new HashMap<>(Map.of("tenant", "stadt", "identity", "amt", "intermediaries", "knoten"));

  @Test
  void entryThatSaysAllItMust_isTaken() {
    assertThatCode(() -> check(SenderCategories.NONE)).doesNotThrowAnyException();
  }

  @Test
  void entryOfNobody_isRefused() {
    given.remove("tenant");

    assertThatThrownBy(() -> check(SenderCategories.NONE))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("amtsbote.osci.push.amt.tenant is missing");
  }

  @Test
  void entryForNoIntermediary_isRefused() {
    given.remove("intermediaries");

    assertThatThrownBy(() -> check(SenderCategories.NONE))
        .hasMessageContaining("amtsbote.osci.push.amt.intermediaries is missing");
  }

  @Test
  void demandedCategory_isRefusedWhereNobodyCanBeAsked() {
    given.put("author-category", "Meldebehörde");

    assertThatThrownBy(() -> check(SenderCategories.NONE))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("amtsbote.osci.push.amt.author-category demands")
        .hasMessageContaining("amtsbote.dvdv.servers");
  }

  @Test
  void demandedCategory_isTakenWhereSomebodyCanBeAsked() {
    given.put("author-category", "Meldebehörde");

    assertThatCode(() -> check((category, fingerprints) -> {})).doesNotThrowAnyException();
  }

  private void check(SenderCategories categories) {
    var source = new MapConfigurationPropertySource();
    given.forEach((key, value) -> source.put("amtsbote.osci.push.amt." + key, value));
    new Binder(source)
        .bind("amtsbote.osci", PushProperties.class)
        .get()
        .push()
        .get("amt")
        .requireComplete("amt", categories);
  }
}
