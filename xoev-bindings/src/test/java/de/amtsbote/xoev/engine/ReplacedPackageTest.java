package de.amtsbote.xoev.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.reply.Sender;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedPackageTest {

  private static final InstallOptions REPLACE = InstallOptions.DEFAULT.replacing();

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void packageThatUsesAReplacedOne_isCompiledWithItsNewSchemas() throws IOException {
    install(basis("Bello"));
    install(
        Packages.empty()
            .with(
                "hund.xsd",
                Hund.schema(Hund.namespace("1.0"), "1.0")
                    .replace(
                        "<xs:complexType name=\"Kopf\">",
                        "<xs:import namespace=\"urn:test:basis:1.0\" schemaLocation=\"basis.xsd\"/>"
                            + "<xs:complexType name=\"Kopf\">")
                    .replace(
                        "name=\"name\" type=\"xs:string\"",
                        "name=\"name\" type=\"b:Name\" xmlns:b=\"urn:test:basis:1.0\"")));
    Xoev xoev = Xoev.open(standards, Demo.CLOCK);
    Content message = Hund.content(Hund.message());
    assertThat(xoev.validate(message, ValidationOptions.ALL).verdict()).isEqualTo(Verdict.VALID);

    install(basis("Hasso"));
    xoev.reload();

    assertThat(xoev.validate(message, ValidationOptions.ALL).verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void answersOfOneSender_areWrittenByOneWriterUntilSomethingIsInstalled() throws IOException {
    install(Packages.xdemo());
    Xoev xoev = Xoev.open(standards, Demo.CLOCK);
    var sender = new Sender("Amtsbote", "1", "Amtsbote");
    var first = xoev.replies(sender);

    assertThat(xoev.replies(sender)).isSameAs(first);
    xoev.reload();
    assertThat(xoev.replies(sender)).isNotSameAs(first);
  }

  private static Packages basis(String name) {
    return Packages.empty()
        .with(
            "basis.xsd",
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:test:basis:1.0"
                targetNamespace="urn:test:basis:1.0" version="1.0">
              <xs:annotation><xs:appinfo>
                <standard xmlns=""><nameKurz>XBasis</nameKurz><nameTechnisch>xbasis</nameTechnisch>
                  <kennung>urn:test:standard:xbasis</kennung></standard>
                <versionStandard xmlns=""><version>1.0</version></versionStandard>
              </xs:appinfo></xs:annotation>
              <xs:simpleType name="Name"><xs:restriction base="xs:string">
                <xs:enumeration value="NAME"/></xs:restriction></xs:simpleType>
              <xs:element name="basis.nachricht.0100" type="b:Name"/>
            </xs:schema>
            """
                .replace("NAME", name));
  }

  private void install(Packages files) throws IOException {
    new StandardInstaller(standards).install(files.zip(work), REPLACE);
  }
}
