package de.amtsbote.gateway.osci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentNamesTest {

  private final AttachmentNames names = new AttachmentNames(List.of("DATA", "MESSAGE"));

  @ParameterizedTest
  @CsvSource({
    "plan.pdf, plan.pdf, plan.pdf",
    "Lageplan Süd.pdf, Lageplan_S_d.pdf, Lageplan_S_d.pdf",
    "7.pdf, _7.pdf, 7.pdf",
    "urn_uuid_5b1f1d2e-8c0a-4f6d-9a77-3c2b1a0f9e88.pdf,"
        + " urn_uuid_5b1f1d2e-8c0a-4f6d-9a77-3c2b1a0f9e88,"
        + " urn_uuid_5b1f1d2e-8c0a-4f6d-9a77-3c2b1a0f9e88.pdf",
    "MESSAGE, MESSAGE-2, MESSAGE"
  })
  void attachment_getsIdsThatOsciCanCarry(String original, String reference, String name) {
    assertThat(names.next(original)).isEqualTo(new AttachmentNames.Ids(reference, name));
  }

  @Test
  void attachmentsOfTheSameName_areToldApart() {
    names.next("plan.pdf");

    assertThat(names.next("plan.pdf"))
        .isEqualTo(new AttachmentNames.Ids("plan-2.pdf", "plan-2.pdf"));
  }

  @Test
  void attachmentsWithVeryLongNames_areShortenedButKeepTheirEndingAndDiffer() {
    var original = "ä".repeat(200) + ".pdf";

    var first = names.next(original);
    var second = names.next(original);

    assertThat(first.name()).endsWith(".pdf").matches("[A-Za-z0-9._-]{1,200}");
    assertThat(second.name()).endsWith(".pdf").matches("[A-Za-z0-9._-]{1,200}");
    assertThat(second).isNotEqualTo(first);
  }
}
