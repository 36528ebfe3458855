package de.amtsbote.gateway.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FitConnectCheckTest {

  private final Map<String, String> settings = new HashMap<>();

  @TempDir Path folder;

  @BeforeEach
  void everythingIsRight() throws IOException {
    var decryption = Files.write(folder.resolve("dec.json"), TestJwk.decryption("dec"));
    var signing = Files.write(folder.resolve("sign.json"), TestJwk.signing("sign"));
    var secret = Files.writeString(folder.resolve("secret"), "secret\n");
    set("services.dienst.api", "https://api.example.test");
    set("services.dienst.token", "https://auth.example.test/token");
    set("destinations.amt.service", "dienst");
    set("destinations.amt.id", "879ee109-a690-4db8-ab32-424284184d7d");
    set("destinations.amt.client-id", "client");
    set("destinations.amt.client-secret-file", secret.toString());
    set("destinations.amt.decryption-keys", decryption.toString());
    set("destinations.amt.signing-key", signing.toString());
    set("receivers.nachbar.service", "dienst");
    set("receivers.nachbar.id", "2046f9f1-dc89-4440-9c24-c76a8f40d668");
    set("receivers.nachbar.client-id", "client");
    set("receivers.nachbar.client-secret-file", secret.toString());
    set("receivers.nachbar.key-thumbprints", "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
  }

  @Test
  void whatIsRight_isNoFinding() {
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "services.dienst.api,http://api.example.test,services.dienst.api must begin with https://",
    "services.dienst.token,http://auth.example.test,services.dienst.token must begin with https://",
    "destinations.amt.service,nirgends,destinations.amt.service names 'nirgends'",
    "destinations.amt.decryption-keys,nowhere.json,destinations.amt.decryption-keys: nowhere.json",
    "destinations.amt.signing-key,nowhere.json,destinations.amt.signing-key: nowhere.json",
    "destinations.amt.client-secret-file,nowhere,nowhere",
    "destinations.amt.poll,soon,destinations",
    "receivers.nachbar.service,nirgends,receivers.nachbar.service names 'nirgends'",
  })
  void whatIsWrong_isNamed(String setting, String value, String problem) {
    set(setting, value);

    assertThat(problems()).isNotEmpty().allSatisfy(it -> assertThat(it).contains(problem));
  }

  @ParameterizedTest
  @CsvSource({
    "services.dienst.token,services.dienst.token is missing",
    "destinations.amt.id,destinations.amt.id is missing",
    "destinations.amt.client-id,destinations.amt.client-id is missing",
    "destinations.amt.decryption-keys,destinations.amt.decryption-keys is missing",
    "destinations.amt.signing-key,destinations.amt.signing-key is missing",
    "receivers.nachbar.id,receivers.nachbar.id is missing",
    "receivers.nachbar.key-thumbprints,receivers.nachbar.key-thumbprints is missing",
  })
  void whatIsMissing_isNamed(String setting, String problem) {
    settings.remove("amtsbote.fit-connect." + setting);

    assertThat(problems()).isNotEmpty().allSatisfy(it -> assertThat(it).contains(problem));
  }

  @Test
  void keyForAnotherUse_isNamed() {
    set("destinations.amt.signing-key", folder.resolve("dec.json").toString());

    assertThat(problems()).singleElement().asString().contains("signing-key");
  }

  @Test
  void receiverWithoutThumbprints_needsAuthorities() {
    settings.remove("amtsbote.fit-connect.receivers.nachbar.key-thumbprints");
    settings.put("amtsbote.osci.trust", folder.toString());

    assertThat(problems()).isEmpty();
  }

  private void set(String name, String value) {
    settings.put("amtsbote.fit-connect." + name, value);
  }

  private List<String> problems() {
    var binder = new Binder(new MapConfigurationPropertySource(settings));
    return FitConnectCheck.problems(binder, false, Clock.systemUTC());
  }
}
