package de.amtsbote.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.acceptance.site.Program;
import de.amtsbote.acceptance.site.Site;
import org.junit.jupiter.api.Test;

class SampleKeysTest {

  @Test
  void sampleKeys_areRefusedOutsideDemoAndTests() throws Exception {
    try (Site site = Site.prepare()) {
      Program.Result ended =
          Program.run(
              "serve",
              "--config=" + site.configuration(),
              "--amtsbote.sample-certificates-allowed=false");

      assertThat(ended.exitCode() + " " + ended.err()).startsWith("1 ").contains("AB-4103");
    }
  }
}
