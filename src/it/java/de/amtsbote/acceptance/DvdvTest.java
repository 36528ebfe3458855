package de.amtsbote.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citrusframework.dsl.JsonPathSupport.jsonPath;
import static org.citrusframework.http.actions.HttpActionBuilder.http;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.DvdvProcess;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Sha256;
import de.amtsbote.acceptance.site.Site;
import java.nio.charset.StandardCharsets;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.citrusframework.http.client.HttpClient;
import org.citrusframework.http.client.HttpClientBuilder;
import org.citrusframework.message.MessageType;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Readers that only the DVDV knows. */
@AcceptanceTest
class DvdvTest {

  private static final String SERVICE = "nur-im-dvdv";
  private static final String READER = "mbe:99001099";

  @Test
  @CitrusTest
  void application_reachesAReaderThatOnlyTheDvdvKnows(@CitrusResource TestCaseRunner run, Site site)
      throws Exception {
    byte[] application =
        new String(Applications.valid(), StandardCharsets.UTF_8)
            .replace("mbe:99001001", READER)
            .getBytes(StandardCharsets.UTF_8);

    try (DvdvProcess dvdv = site.dvdv(READER)) {
      new PortalSteps(run, site)
          .sendsTo(READER, SERVICE, application)
          .getsReceipt("id")
          .seesState("id", "DELIVERED");
      assertThat(dvdv.isRunning()).isTrue();
    }

    assertThat(site.fachverfahren().awaitPart(Sha256.of(application)).parts())
        .contains(application);
  }

  @Test
  @CitrusTest
  void reader_isNotCalledUnknownWhileTheDvdvIsDown(@CitrusResource TestCaseRunner run, Site site) {
    HttpClient portal =
        new HttpClientBuilder().requestUrl(site.gateway().address().toString()).build();
    run.$(
        http()
            .client(portal)
            .send()
            .post("/api/v1/preflight")
            .message()
            .header("Authorization", "Bearer " + Site.PORTAL_TOKEN)
            .contentType("application/json")
            .body("{\"reader\": \"mbe:99001098\", \"service\": \"%s\"}".formatted(SERVICE)));
    run.$(
        http()
            .client(portal)
            .receive()
            .response(HttpStatus.OK)
            .message()
            .type(MessageType.JSON)
            .validate(
                jsonPath()
                    .expression("$.arrives", "false")
                    .expression("$.checks[3].check", "entry")
                    .expression("$.checks[3].code", "AB-3008")));
  }
}
