package de.amtsbote.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What editors and Camel know of our components is made from the classes as they are now. */
class ComponentCatalogTest {

  @ParameterizedTest
  @ValueSource(strings = {"amtsbote", "xoev", "directory", "osci", "delivery", "xta"})
  void catalog_namesEveryOption(String scheme) throws Exception {
    var name = Character.toUpperCase(scheme.charAt(0)) + scheme.substring(1) + "Configuration";
    var options = Class.forName("de.amtsbote.gateway.route." + scheme + "." + name);
    var declared = new TreeSet<String>();
    Arrays.stream(options.getDeclaredFields())
        .filter(
            it -> it.isAnnotationPresent(UriParam.class) || it.isAnnotationPresent(UriPath.class))
        .forEach(it -> declared.add(it.getName()));

    assertThat(catalog(scheme).path("properties").propertyNames()).containsAll(declared);
  }

  @ParameterizedTest
  @ValueSource(strings = {"amtsbote", "xoev", "directory", "osci", "delivery", "xta"})
  void component_isFoundByCamelAsGenerated(String scheme) throws IOException {
    try (var context = new DefaultCamelContext()) {
      context.start();

      var component = context.getComponent(scheme);

      assertThat(component.getClass().getName())
          .isEqualTo(catalog(scheme).at("/component/javaType").asString());
      assertThat(component.getComponentPropertyConfigurer()).isNotNull();
      assertThat(component.getEndpointPropertyConfigurer()).isNotNull();
    }
  }

  private static JsonNode catalog(String scheme) throws IOException {
    var resource = "/META-INF/de/amtsbote/gateway/route/%s/%s.json".formatted(scheme, scheme);
    try (var in = ComponentCatalogTest.class.getResourceAsStream(resource)) {
      return JsonMapper.builder().build().readTree(in);
    }
  }
}
