package de.amtsbote.gateway.cli.standards.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.standard.MessageNamespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenamingTest {

  @Test
  void namespaceAndVersion_areExchangedAndTheXmlVersionIsNot() throws IOException {
    var renaming =
        new Renaming(
            release("urn:s_1.0", "1.0", "@version"), release("urn:s_1.1", "1.1", "@version"));

    assertThat(
            read(
                renaming,
                "<?xml version=\"1.0\"?><!-- <x> --><s:a xmlns:s=\"urn:s_1.0\" version=\"1.0\">urn:s_1.0</s:a>"))
        .isEqualTo(
            "<?xml version=\"1.0\"?><!-- <x> --><s:a xmlns:s=\"urn:s_1.1\" version=\"1.1\">urn:s_1.0</s:a>");
  }

  @Test
  void versionInTheHeader_isExchanged() throws IOException {
    var renaming =
        new Renaming(
            release("urn:j", "3.6.2", "kopf/@jVersion"), release("urn:j", "3.7", "kopf/@jVersion"));

    assertThat(read(renaming, "<a xmlns='urn:j'><kopf jVersion='3.6.2'/></a>"))
        .isEqualTo("<a xmlns='urn:j'><kopf jVersion='3.7'/></a>");
  }

  @Test
  void versionInAnElement_isExchanged() throws IOException {
    var renaming =
        new Renaming(release("urn:g_1.4", "1.4", "kopf/v"), release("urn:g_1.5", "1.5", "kopf/v"));

    assertThat(read(renaming, "<g:a xmlns:g='urn:g_1.4'><g:kopf><g:v>1.4</g:v></g:kopf></g:a>"))
        .isEqualTo("<g:a xmlns:g='urn:g_1.5'><g:kopf><g:v>1.5</g:v></g:kopf></g:a>");
  }

  @Test
  void sameRelease_changesNothing() {
    Content message = Content.of(new byte[0]);
    var same = release("urn:s_1.0", "1.0", "@version");

    assertThat(new Renaming(same, same).of(message)).isSameAs(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {16_370, 16_380, 16_383, 16_384, 32_760})
  void namespaceAcrossABlock_isExchangedToo(int before) throws IOException {
    var renaming = new Renaming(release("urn:s_1.0", "1.0", ""), release("urn:s_1.1", "1.1", ""));
    var filler = "x".repeat(70_000 + before);

    assertThat(read(renaming, "<a>" + filler + "<b xmlns=\"urn:s_1.0\"/></a>"))
        .isEqualTo("<a>" + filler + "<b xmlns=\"urn:s_1.1\"/></a>");
  }

  private static String read(Renaming renaming, String xml) throws IOException {
    try (var in = renaming.of(Content.of(xml.getBytes(StandardCharsets.UTF_8))).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<MessageNamespace> release(String uri, String version, String at) {
    return List.of(new MessageNamespace(uri, "S", version, at));
  }
}
