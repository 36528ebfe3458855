package de.amtsbote.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.Delivery;
import de.amtsbote.acceptance.site.FolderProcedure;
import de.amtsbote.acceptance.site.PortalSteps;
import de.amtsbote.acceptance.site.Sha256;
import de.amtsbote.acceptance.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.junit.jupiter.api.Test;

/** From the portal to procedures by file, SFTP, signed POST and queue, by the routes that ship. */
@AcceptanceTest
class WaysTest {

  private static final String READER = "mbe:99001001";

  @Test
  @CitrusTest
  void messageInAFolder_isCompletedWhenItIsAccepted(@CitrusResource TestCaseRunner run, Site site)
      throws IOException {
    byte[] application = Applications.valid();
    PortalSteps portal = handsIn(run, site, "bauvoranfrage", application);
    String delivery = site.clerk().awaitReady(application);
    portal.seesState("id", "SENT");

    site.clerk().accepts(delivery);

    portal.seesState("id", "COMPLETED");
    site.clerk().awaitTidy(delivery);
  }

  @Test
  @CitrusTest
  void messageInAFolder_isRejectedForTheReasonInTheAnswer(
      @CitrusResource TestCaseRunner run, Site site) throws IOException {
    byte[] application = Applications.valid();
    PortalSteps portal = handsIn(run, site, "bauvoranfrage", application);

    site.clerk().rejects(site.clerk().awaitReady(application), "The plan is missing.");

    portal.seesRejection("id", "AB-3303");
  }

  @Test
  @CitrusTest
  void messageOnAnSftpServer_isCompletedWhenItIsAccepted(
      @CitrusResource TestCaseRunner run, Site site) throws IOException {
    byte[] application = Applications.valid();
    FolderProcedure clerk = site.sftp().clerk();
    PortalSteps portal = handsIn(run, site, "hundesteuer", application);
    String delivery = clerk.awaitReady(application);
    assertThat(clerk.count(application)).isEqualTo(1);

    clerk.accepts(delivery);

    portal.seesState("id", "COMPLETED");
    clerk.awaitTidy(delivery);
  }

  @Test
  @CitrusTest
  void postedMessage_isSignedWithTheSharedSecret(@CitrusResource TestCaseRunner run, Site site)
      throws Exception {
    byte[] application = Applications.valid();
    PortalSteps portal = handsIn(run, site, "parkausweis", application);

    Delivery delivery = site.careful().awaitPart(Sha256.of(application));

    String signed =
        delivery.headers().get("Amtsbote-Timestamp")
            + "."
            + delivery.deliveryId()
            + "."
            + delivery.headers().get("Amtsbote-Body-Sha256");
    assertThat(delivery.headers().get("Amtsbote-Body-Sha256"))
        .isEqualTo(delivery.headers().get("body"));
    assertThat(delivery.headers().get("Amtsbote-Signature")).isEqualTo("v1=" + hmac(signed));
    portal.seesState("id", "DELIVERED");
  }

  @Test
  @CitrusTest
  void postedMessage_comesWithTheCertificateOfTheGateway(
      @CitrusResource TestCaseRunner run, Site site) {
    byte[] application = Applications.valid();

    handsIn(run, site, "parkausweis", application);

    Delivery delivery = site.careful().awaitPart(Sha256.of(application));
    assertThat(delivery.headers().get("certificate")).contains("client");
  }

  @Test
  @CitrusTest
  void messageInAQueue_arrivesBitByBit(@CitrusResource TestCaseRunner run, Site site)
      throws Exception {
    byte[] application = Applications.valid();

    PortalSteps portal = handsIn(run, site, "wohngeld", application);

    assertThat(site.queue().take().parts()).contains(application);
    portal.seesState("id", "DELIVERED");
    assertThat(site.queue().waiting()).isZero();
  }

  private static PortalSteps handsIn(
      TestCaseRunner run, Site site, String service, byte[] application) {
    return new PortalSteps(run, site).sendsTo(READER, service, application).getsReceipt("id");
  }

  private static String hmac(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Site.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
