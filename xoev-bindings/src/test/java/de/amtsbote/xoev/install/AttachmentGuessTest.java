package de.amtsbote.xoev.install;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Shared;
import de.amtsbote.xoev.standard.AttachmentReference;
import de.amtsbote.xoev.standard.StandardCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentGuessTest {

  @ParameterizedTest
  @CsvSource({
    "xjustiz-3.6.2, datei, name, dateiname",
    "xdomea-3.0.0, Primaerdokument, name, Dateiname",
    "xdomea-3.0.0, SignaturSiegelDatei, name, .",
    "xbau-2.6, anhang, id, dokumentid",
    "xbau-2.6, anhang, size, @filesize",
    "xbau-2.6, anhang, sha256, @hashValue"
  })
  void officialStandard_isFoundToNameItsFiles(
      String standard, String element, String field, String path) {
    assertThat(references(standard))
        .filteredOn(a -> a.element().equals(element))
        .singleElement()
        .extracting(AttachmentReference::fields)
        .asInstanceOf(
            org.assertj.core.api.InstanceOfAssertFactories.map(String.class, String.class))
        .contains(Map.entry(field, path));
  }

  @Test
  void standardWithDocumentsInside_hasNoReferences() {
    assertThat(references("xwasser-1.0.0")).isEmpty();
  }

  private static List<AttachmentReference> references(String standard) {
    Path folder = Shared.standard(standard);
    return new ManifestDraft(folder, new StandardCatalog(folder, List.of()))
        .manifest()
        .attachments();
  }
}
