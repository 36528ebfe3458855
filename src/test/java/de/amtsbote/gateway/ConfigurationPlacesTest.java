package de.amtsbote.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ConfigurationPlacesTest {

  @TempDir Path folder;

  @Test
  void applicationThatSomebodyHandsIn_isNoConfiguration() throws Exception {
    Files.writeString(folder.resolve("application.xml"), "<antrag/>");
    Files.writeString(folder.resolve("application.properties"), "who: somebody else");
    Files.writeString(folder.resolve("application.yaml"), "who: the operator");

    assertThat(read().getProperty("who")).isEqualTo("the operator");
  }

  @Test
  void subfolderConfig_winsOverTheFolder() throws Exception {
    Files.writeString(folder.resolve("application.yaml"), "who: the operator");
    Files.writeString(
        Files.createDirectory(folder.resolve("config")).resolve("application.yaml"), "who: config");

    assertThat(read().getProperty("who")).isEqualTo("config");
  }

  @Test
  void fileThatIsNamed_winsOverTheFolder() throws Exception {
    Files.writeString(folder.resolve("application.yaml"), "who: the operator");
    var named = Files.writeString(folder.resolve("named.yaml"), "who: named");

    var settings = read("spring.config.additional-location", "file:" + named);

    assertThat(settings.getProperty("who")).isEqualTo("named");
  }

  @Test
  void defaultsOfTheProgram_areThereWithoutAnyFile() {
    assertThat(read().getProperty("amtsbote.data")).isNotBlank();
  }

  private StandardEnvironment read(String... more) {
    var environment = new StandardEnvironment();
    var last = environment.getPropertySources();
    last.addLast(
        new MapPropertySource(
            "defaultProperties",
            Map.of(ConfigurationPlaces.PROPERTY, ConfigurationPlaces.of(folder))));
    if (more.length > 0) {
      last.addFirst(new MapPropertySource("arguments", Map.of(more[0], more[1])));
    }
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    return environment;
  }
}
