package de.amtsbote.xoev.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.validation.ValidationOptions;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packages bring the same version of a list with other codes in it. */
class CodeListsTest {

  private static final String PREFIXES =
      """
      <gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
        <Identification>
          <ShortName>praefix</ShortName><Version>50</Version>
          <CanonicalUri>urn:xoev-de:bund:bmi:bit:codeliste:dvdv.praefix</CanonicalUri>
        </Identification>
        <ColumnSet>
          <Column Id="code" Use="required"><ShortName>code</ShortName></Column>
          <Key Id="key"><ShortName>key</ShortName><ColumnRef Ref="code"/></Key>
        </ColumnSet>
        <SimpleCodeList>
          <Row><Value ColumnRef="code"><SimpleValue>prt</SimpleValue></Value></Row>
          <Row><Value ColumnRef="code"><SimpleValue>SECOND</SimpleValue></Value></Row>
        </SimpleCodeList>
      </gc:CodeList>
      """;

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void prefix_isLookedUpInTheListOfTheMessagesOwnPackage() throws IOException {
    install(XDemo.NAME + "-first", "abc");
    install("1.1");

    assertThat(codes(XDemo.sample("1.1", "0100/minimal.xml"))).containsExactly("XOEV-H006");
  }

  @Test
  void prefixOfTheOwnList_isKnown() throws IOException {
    install(XDemo.NAME + "-first", "abc");
    install("1.1", "mbe");

    assertThat(codes(XDemo.sample("1.1", "0100/minimal.xml"))).isEmpty();
  }

  @Test
  void listThatOnlyAnotherPackageHas_isUsed() throws IOException {
    install("lists", "mbe");
    install("1.1", "mbe");
    Path second = Packages.xdemo().zip(work);
    new StandardInstaller(standards).install(second, InstallOptions.DEFAULT);

    var lists = new CodeLists(Xoev.open(standards, Demo.CLOCK).catalog());
    var other = Xoev.open(standards, Demo.CLOCK).catalog().get("xdemo", "1.0");

    assertThat(
            lists.find(other, "urn:xoev-de:bund:bmi:bit:codeliste:dvdv.praefix", "50", "", "mbe"))
        .isEqualTo(CodeLists.Answer.LISTED);
    assertThat(
            lists.find(other, "urn:xoev-de:bund:bmi:bit:codeliste:dvdv.praefix", "51", "", "mbe"))
        .isEqualTo(CodeLists.Answer.UNKNOWN_VERSION);
    assertThat(lists.find(other, "urn:nobody", "1", "", "mbe"))
        .isEqualTo(CodeLists.Answer.UNKNOWN_LIST);
  }

  private List<String> codes(Content message) throws IOException {
    return Xoev.open(standards, Demo.CLOCK)
        .validate(message, ValidationOptions.ALL)
        .findings()
        .stream()
        .map(Finding::code)
        .distinct()
        .toList();
  }

  private void install(String name) throws IOException {
    install(name, "xyz");
  }

  /** XDemo 1.1 itself, or a package of another name that only brings the list. */
  private void install(String name, String prefix) throws IOException {
    Packages files = name.equals("1.1") ? Packages.xdemo("1.1") : other(name);
    Path zip = files.with("codelists/praefix.xml", PREFIXES.replace("SECOND", prefix)).zip(work);
    new StandardInstaller(standards).install(zip, InstallOptions.DEFAULT);
  }

  private static Packages other(String name) {
    return Packages.empty()
        .with(
            name + ".xsd",
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:"
                + name
                + "' version='1'><xs:element name='a.b.0001' type='xs:string'/></xs:schema>");
  }
}
