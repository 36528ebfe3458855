package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Something is put into a signed container. */
class RefusedAddedContentTest {

  private final Attack attack = new Attack();

  @Test
  void addedData_isRefused() throws IOException {
    attack.assertRefused(
        t ->
            t.replace(
                "</osci:ContentContainer>",
                "<osci:Content><osci:Base64Content Id=\"x\">QQ==</osci:Base64Content>"
                    + "</osci:Content></osci:ContentContainer>"),
        Rule.CONTENT_INCOMPLETE);
  }

  @Test
  void addedDataWithoutId_isRefused() throws IOException {
    attack.assertRefused(
        t ->
            t.replace(
                "</osci:ContentContainer>",
                "<osci:Content><osci:Base64Content>QQ==</osci:Base64Content>"
                    + "</osci:Content></osci:ContentContainer>"),
        Rule.CONTENT_INCOMPLETE);
  }

  @Test
  void removedData_isRefused() throws IOException {
    attack.assertRefused(
        t ->
            t.replaceFirst(
                "<osci:Content><osci:Base64Content Id=\"content1\">.*?</osci:Content>", ""),
        Rule.CONTENT_UNKNOWN_REFERENCE);
  }
}
