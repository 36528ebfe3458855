package de.amtsbote.xoev.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralReleasesTest {

  private static final String SHARED = "urn:test:hund";

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void twoReleasesInOneDelivery_areRefusedByName() throws IOException {
    refused(
        Packages.empty()
            .with("v1/hund.xsd", Hund.schema(Hund.namespace("1.0"), "1.0"))
            .with("v2/hund.xsd", Hund.schema(Hund.namespace("2.0"), "2.0")),
        "xhund 1.0 and xhund 2.0");
  }

  @Test
  void releasesThatShareNamespaceAndFileName_areRefused() throws IOException {
    refused(
        Packages.empty()
            .with("v1/hund.xsd", Hund.schema(SHARED, "1.0"))
            .with("v2/hund.xsd", Hund.schema(SHARED, "2.0")),
        "hund.xsd");
  }

  @Test
  void releasesThatShareANamespace_areRefused() throws IOException {
    refused(
        Packages.empty()
            .with("v1/hund_1.xsd", Hund.schema(SHARED, "1.0"))
            .with("v2/hund_2.xsd", Hund.schema(SHARED, "2.0")),
        "versions 1.0 and 2.0");
  }

  @Test
  void sameSchemaTwiceWithOtherLayout_isOneRelease() throws IOException {
    String schema = Hund.schema(SHARED, "1.0");
    Packages files =
        Packages.empty()
            .with("xsd/hund.xsd", schema)
            .with("xsd_dev/hund.xsd", schema.replace("\n", "\r\n") + "<!-- relative -->");

    assertThat(install(files).standard().id()).isEqualTo("xhund-1.0");
  }

  private void refused(Packages files, String naming) throws IOException {
    assertThatThrownBy(() -> install(files))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining(naming)
        .extracting(thrown -> ((XoevException) thrown).error())
        .isEqualTo(XoevError.PACKAGE_AMBIGUOUS);
    assertThat(standards).isEmptyDirectory();
  }

  private Installation install(Packages files) throws IOException {
    return new StandardInstaller(standards).install(files.folder(work), InstallOptions.DEFAULT);
  }
}
