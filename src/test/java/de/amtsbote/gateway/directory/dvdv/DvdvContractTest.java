package de.amtsbote.gateway.directory.dvdv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.directory.dvdv.api.Category;
import de.amtsbote.gateway.directory.dvdv.api.DvdvApi;
import de.amtsbote.gateway.directory.dvdv.api.DvdvCertificate;
import de.amtsbote.gateway.directory.dvdv.api.IntermediarySummary;
import de.amtsbote.gateway.directory.dvdv.api.Organization;
import de.amtsbote.gateway.directory.dvdv.api.OrganizationDescription;
import de.amtsbote.gateway.directory.dvdv.api.Question;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import de.amtsbote.gateway.directory.dvdv.api.ServiceElement;
import de.amtsbote.gateway.directory.dvdv.api.ServiceSummary;
import de.amtsbote.gateway.directory.dvdv.http.DvdvAccess;
import de.amtsbote.gateway.directory.dvdv.http.DvdvHttp;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The client against the published description of the interface and recorded answers. */
class DvdvContractTest {

  private static final Path SHARED = Path.of("../shared/xta/dvdv");
  private static final Question ANY = Question.service("ags:00000000", "urn:example:any");

  private HttpServer server;
  private byte[] answer = new byte[0];
  private int status = 200;
  private String mediaType = "application/json; charset=utf-8";

  @BeforeEach
  void start() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "the description of the interface is not here");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", mediaType);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  static Stream<Arguments> schemas() {
    return Stream.of(
        Arguments.of("Request", Question.class),
        Arguments.of("Certificate", DvdvCertificate.class),
        Arguments.of("Organization", Organization.class),
        Arguments.of("OrganizationDescription", OrganizationDescription.class),
        Arguments.of("ServiceBase", ServiceSummary.class),
        Arguments.of("Service", Service.class),
        Arguments.of("ServiceElementInfo", ServiceElement.class),
        Arguments.of("DirectoryOrganizationCategoryLevel2DTO", Category.class),
        Arguments.of("SummaryServiceElementDTO", IntermediarySummary.class));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyProperty_isKnownByItsName(String schema, Class<?> type) throws IOException {
    var properties = at(description(), "components", "schemas", schema, "properties").keySet();

    assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
        .containsExactlyInAnyOrderElementsOf(new TreeSet<>(properties));
  }

  @Test
  void everyPath_isOfTheVersionTheClientSpeaks() throws IOException {
    assertThat(at(description(), "paths").keySet())
        .allMatch(
            it -> it.equals("/extern/standaloneauth/token") || it.startsWith("/{entryPath}/v2/"))
        .hasSize(18);
  }

  @Test
  void entryPaths_areTheDeclaredOnes() throws IOException {
    var parameters =
        at(description(), "paths", "/{entryPath}/v2/version", "get").get("parameters").toString();

    assertThat(DvdvAccess.values()).allMatch(it -> parameters.contains(it.path()));
  }

  @Test
  void serviceWithTwoIntermediaries_becomesAnInternetRoute() throws IOException {
    answers("own-samples/findservicedescription-osci.json");
    var service = api().findServiceDescription(ANY).value().orElseThrow();
    var named = new ServiceNames.Named("x", service.serviceSpecificationUri(), "MESSAGE");

    var channel =
        Wiring.entries(new TestClock(TestPki.NOW))
            .partner(new ServiceNames.Instance("ags:00000000", named), service)
            .osci();

    assertThat(channel.intermediary().url().getHost()).isEqualTo("osci.example.test");
    assertThat(channel.recipient()).isEmpty();
    assertThat(channel.cipherCertificate()).isNotEqualTo(channel.addressee());
    assertThat(channel.demands().container()).isEqualTo("XBEISPIEL_DATA");
  }

  @Test
  void problem5005_isAMiss() throws IOException {
    answers("own-samples/problem-5005.json");
    status = 404;
    mediaType = "application/problem+json";

    assertThat(api().findServiceDescription(ANY).value()).isEmpty();
  }

  @Test
  void recordedServices_areRead() throws IOException {
    answers("json/ServiceDescription.json");
    assertThat(api().findServiceDescription(ANY).value().orElseThrow().serviceElements())
        .hasSize(1);

    answers("json/ServiceDescription-mit-Custom.json");
    var custom = api().findServiceDescription(ANY).value().orElseThrow();
    assertThat(custom.serviceElements().get(0).customServiceElementType()).isNotBlank();
  }

  @Test
  void recordedOrganization_isRead() throws IOException {
    answers("json/OrganizationDescription.json");

    var found = api().findAuthorityDescription(ANY).value().orElseThrow();

    assertThat(found.organization().clientCertificates()).hasSize(1);
    assertThat(found.representatives()).hasSize(1);
  }

  @Test
  void recordedLists_areReadAsRealServersSendThem() throws IOException {
    answers("json/findUrisByCategory_Aufnahmeeinrichtung.json");
    assertThat(api().findServiceSpecificationUrisByCategory(ANY)).hasSize(4);

    answers("json/OrganizationLightweight.json");
    assertThat(api().findOrganizationsByServiceElement(ANY)).hasSize(1);
  }

  @Test
  void recordedBatches_haveASlotForEachQuestion() throws IOException {
    var two = List.of(ANY, ANY);
    answers("json/batchFindServiceDescription.json");
    assertThat(api().findServiceDescriptions(two))
        .extracting(Optional::isPresent)
        .containsExactly(true, false);
    answers("json/batchFindAuthorityDescription.json");
    assertThat(api().findAuthorities(two))
        .extracting(Optional::isPresent)
        .containsExactly(true, false);
    answers("json/batchFindCategories.json");
    assertThat(api().findCategories(two)).extracting(List::size).containsExactly(2, 0);
    answers("json/batchVerifyCategory.json");
    assertThat(api().verifyCategories(two)).containsExactly(true, false);
    answers("json/batchFindOrganizationsByServiceElement.json");
    assertThat(api().findOrganizations(two)).extracting(List::size).containsExactly(1, 0);
    answers("json/batchFindServiceSpecificationUrisByCategory.json");
    assertThat(api().findServiceSpecificationUris(two))
        .extracting(List::size)
        .containsExactly(4, 0);
  }

  private void answers(String sample) throws IOException {
    answer = Files.readAllBytes(SHARED.resolve(sample));
  }

  private DvdvApi api() {
    var clock = new TestClock(TestPki.NOW);
    var settings = Wiring.settings(URI.create("http://localhost:" + server.getAddress().getPort()));
    return new DvdvHttp(settings, null, null, clock, clock::advance).api();
  }

  private static Map<?, ?> description() throws IOException {
    var options = new LoaderOptions();
    options.setCodePointLimit(10_000_000);
    return new Yaml(new SafeConstructor(options))
        .load(Files.readString(SHARED.resolve("dvdv2-public-api-v2-2.15.0.yaml")));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> at(Map<?, ?> root, String... keys) {
    Map<?, ?> here = root;
    for (var key : keys) {
      here = (Map<?, ?>) here.get(key);
    }
    return (Map<String, ?>) here;
  }
}
