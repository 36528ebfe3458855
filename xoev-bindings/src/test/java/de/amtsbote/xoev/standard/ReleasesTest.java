package de.amtsbote.xoev.standard;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.validation.ValidationOptions;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasesTest {

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 4, 30);

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void release_isTakenUntilItsLastDay() throws IOException {
    Xoev xoev = endingOn(LAST_DAY, 0);

    assertThat(dispatch(xoev, LAST_DAY)).isInstanceOf(Dispatch.Known.class);
  }

  @Test
  void release_isRefusedAfterItsLastDay() throws IOException {
    Xoev xoev = endingOn(LAST_DAY, 0);

    var dispatch = (Dispatch.VersionNotAvailable) dispatch(xoev, LAST_DAY.plusDays(1));

    assertThat(dispatch.outOfForce()).isTrue();
    assertThat(dispatch.installed()).containsExactly("1.0");
  }

  @Test
  void lateMessage_isTakenWithinTheDaysOfGrace() throws IOException {
    Xoev xoev = endingOn(LAST_DAY, 14);

    assertThat(dispatch(xoev, LAST_DAY.plusDays(14))).isInstanceOf(Dispatch.Known.class);
    assertThat(dispatch(xoev, LAST_DAY.plusDays(15))).isNotInstanceOf(Dispatch.Known.class);
  }

  @Test
  void newRelease_isThereAfterReloadWithoutRestart() throws IOException {
    Xoev xoev = endingOn(LAST_DAY, 0);
    Content next = XDemo.sample("1.1", "0100/minimal.xml");
    assertThat(xoev.dispatch(next, LAST_DAY)).isInstanceOf(Dispatch.VersionNotAvailable.class);

    XDemo.installInto(standards);
    xoev.reload();

    assertThat(xoev.dispatch(next, LAST_DAY)).isInstanceOf(Dispatch.Known.class);
  }

  @Test
  void unknownMessageType_isNotAVersionQuestion() throws IOException {
    String message = Demo.message().replace("wohnsitz.ummeldung.antrag.0100", "gibt.es.nicht.0101");

    assertThat(Demo.xoev().dispatch(Content.of(message.getBytes())))
        .isInstanceOf(Dispatch.UnknownMessageType.class);
  }

  @Test
  void foreignNamespace_isAnUnknownStandard() throws IOException {
    assertThat(Demo.xoev().dispatch(Content.of("<a xmlns='urn:other'/>".getBytes())))
        .isInstanceOf(Dispatch.UnknownStandard.class);
  }

  @ParameterizedTest
  @CsvSource({
    "xdemo_1.0, xdemo_7.3, XOEV-V000, wohnsitz.ummeldung.antrag.0100",
    "(urn:amtsbote:standard:xdemo_1.0|XDemo), urn:other, XOEV-V001, wohnsitz.ummeldung.antrag.0100",
    "antrag.0100, antrag.0199, XOEV-V003, wohnsitz.ummeldung.antrag.0199"
  })
  void messageOfNoPackage_isToldWhereItsRootStands(String from, String to, String code, String root)
      throws IOException {
    String message =
        Demo.message().replaceFirst("\\?>\\s*", "?>\n<!-- one -->\n\n").replaceAll(from, to);

    var finding =
        Demo.validate(Content.of(message.getBytes()), ValidationOptions.ALL).findings().get(0);

    assertThat(finding.code()).isEqualTo(code);
    assertThat(finding.path()).isEqualTo("/" + root);
    assertThat(finding.line()).isEqualTo(lineOfTheEnd(message));
  }

  /** The line in which the start tag of the root ends. */
  private static int lineOfTheEnd(String message) {
    int end = message.indexOf('>', message.indexOf("ummeldung.antrag.01"));
    return (int) message.substring(0, end).lines().count();
  }

  @Test
  void namespaceOfAnotherVersion_isKnownAsTheStandard() throws IOException {
    String message = Demo.message().replace("xdemo_1.0", "xdemo_7.3");

    var dispatch = Demo.xoev().dispatch(Content.of(message.getBytes()));

    assertThat(((Dispatch.VersionNotAvailable) dispatch).standard()).isEqualTo("xdemo");
  }

  @Test
  void packagesThatShareANamespace_areToldApartByTheVersionInTheMessage() throws IOException {
    Xoev xoev = Xoev.open(standards, Demo.CLOCK);
    for (String version : new String[] {"3.1", "3.2"}) {
      xoev.installer().install(sharing(version).zip(work), InstallOptions.DEFAULT);
    }
    xoev.reload();

    var dispatch =
        xoev.dispatch(
            Content.of(
                "<t.nachricht.0001 xmlns='urn:t'><kopf tVersion='3.2'/></t.nachricht.0001>"
                    .getBytes()));

    assertThat(((Dispatch.Known) dispatch).standard().version()).isEqualTo("3.2");
  }

  private static Packages sharing(String version) {
    return Packages.empty()
        .with(
            "xsd/t.xsd",
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='urn:t'"
                + " targetNamespace='urn:t' elementFormDefault='qualified' version='"
                + version
                + "'><xs:complexType name='Kopf'><xs:attribute name='tVersion' type='xs:token'"
                + " use='required' fixed='"
                + version
                + "'/></xs:complexType><xs:element name='t.nachricht.0001'><xs:complexType>"
                + "<xs:sequence><xs:element name='kopf' type='t:Kopf'/></xs:sequence>"
                + "</xs:complexType></xs:element></xs:schema>");
  }

  private Xoev endingOn(LocalDate last, int grace) throws IOException {
    Xoev xoev = Xoev.open(standards, Demo.CLOCK);
    xoev.installer()
        .install(
            Packages.xdemo().zip(work),
            InstallOptions.DEFAULT.inForce(
                new Validity(Optional.empty(), Optional.of(last), grace)));
    xoev.reload();
    return xoev;
  }

  private static Dispatch dispatch(Xoev xoev, LocalDate day) throws IOException {
    return xoev.dispatch(XDemo.sample("1.0", "0100/minimal.xml"), day);
  }
}
