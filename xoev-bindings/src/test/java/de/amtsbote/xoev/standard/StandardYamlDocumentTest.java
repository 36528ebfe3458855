package de.amtsbote.xoev.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in the document is a manifest with every key there is. */
class StandardYamlDocumentTest {

  @TempDir Path work;

  @Test
  void example_isReadAndUsesEveryKey() throws IOException {
    String document = Files.readString(Path.of("../docs/standard-yaml.md"));
    int start = document.indexOf("```yaml\n") + 8;
    String example = document.substring(start, document.indexOf("```", start));
    Path file = Files.writeString(work.resolve("standard.yaml"), example);

    Manifest manifest = ManifestYaml.read(file);

    Path written = work.resolve("written.yaml");
    ManifestYaml.write(manifest, written);
    assertThat(ManifestYaml.load(file).keySet())
        .containsExactlyInAnyOrderElementsOf(ManifestYaml.load(written).keySet());
    assertThat(ManifestYaml.read(written)).isEqualTo(manifest);
    assertThat(manifest.attachments().get(0).fields().keySet())
        .containsExactlyInAnyOrderElementsOf(AttachmentReference.FIELDS);
  }
}
