package de.amtsbote.xoev.reply;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which of all messages of the official standards no machine answers. */
class FinalNamesTest {

  private static final Pattern MESSAGE =
      Pattern.compile(
          "^(?:\\t| {1,4})<xsd?:element name=\"([^\"]+\\.[0-9]{4,7})\"", Pattern.MULTILINE);
  private static final List<String> STANDARDS =
      List.of("xbau-2.6", "xdomea-3.0.0", "xjustiz-3.6.2", "xschule-1.2", "xwasser-1.0.0");

  private static final Set<String> FINAL =
      Set.of(
          "Abgabe.EmpfangBestaetigen.0403",
          "Abgabe.ImportBestaetigen.0402",
          "Aktenplan.EmpfangBestaetigen.0302",
          "Aussonderung.AktenplanZurBewertungEmpfangBestaetigen.0512",
          "Aussonderung.AnbietungEmpfangBestaetigen.0504",
          "Aussonderung.AussonderungEmpfangBestaetigen.0507",
          "Aussonderung.AussonderungImportBestaetigen.0506",
          "Aussonderung.BewerteterAktenplanEmpfangBestaetigen.0515",
          "Aussonderung.BewertungEmpfangBestaetigen.0505",
          "Aussonderung.BewertungskatalogImportBestaetigen.0514",
          "FVDaten.EmpfangBestaetigen.0629",
          "FVDaten.ImportBestaetigen.0630",
          "Geschaeftsgang.EmpfangBestaetigen.0202",
          "Information.EmpfangBestaetigen.0102",
          "Zwischenarchivierung.AuslagerungEmpfangBestaetigen.0702",
          "Zwischenarchivierung.AuslagerungImportBestaetigen.0703",
          "Zwischenarchivierung.RueckleiheEmpfangBestaetigen.0713",
          "Zwischenarchivierung.RueckuebertragungEmpfangBestaetigen.0724",
          "Zwischenarchivierung.RueckuebertragungImportBestaetigen.0723",
          "administration.quittung.0020",
          "administration.rueckweisung.0010",
          "anzeige.beseitigungBestaetigung.0955",
          "nachricht.auss.aussonderungImportBestaetigen.1300006",
          "nachricht.eeb.zuruecklaufend.2200007",
          "nachricht.ezoll.fehlermeldung.2400003",
          "nachricht.gds.fehler.0005007",
          "nachricht.gds.verarbeitungsbestaetigung.0005008",
          "nachricht.gvz.uebernahmebestaetigung.2500002",
          "nachricht.inso.iri.fehlermeldung.0300023",
          "nachricht.inso.veroeffentlichungsportal_verarbeitungsbestaetigung.0300012",
          "nachricht.kasse.fehlermeldung.2000015",
          "nachricht.mfkreg.zurueckweisungVeroeffentlichung.3100009",
          "nachricht.straf.fehlermitteilung.0500019",
          "nachricht.vag.empfangsbestaetigung.0250003",
          "nachricht.vag.fehler.gerichtZuVersorgungstraeger.0250004",
          "nachricht.vag.fehler.versorgungstraegerZuGericht.0250005",
          "nachricht.vstr.entscheidung.schuldnerwiderspruch.eintragungsbestaetigung.0900002",
          "nachricht.vstr.fehlermeldung.0900008",
          "nachricht.vstr.schuldnerverzeichnis.verarbeitungsbestaetigung.portal.0900004",
          "nachricht.vstr.vermoegensverzeichnis.uebermittlungsbestaetigung.portal.0900007",
          "nachricht.zpo.fehlermeldung.1500005",
          "nachricht.zssr.bestaetigung.2300001",
          "nachricht.zssr.fehlermeldung.2300003",
          "prozessnachrichten.eingangsbestaetigung.1120",
          "prozessnachrichten.generischeQuittierungEingang.1180",
          "prozessnachrichten.generischeRueckmeldungAbruf.1181",
          "prozessnachrichten.quittierungRuecknahme.1131",
          "prozessnachrichten.rueckweisung.G2G.1100",
          "pruefingenieure.auftragsbestaetigung.0501");

  @Test
  void rejectionsErrorsAndReceiptsOfOfficialStandards_areNeverAnswered() throws IOException {
    assertThat(messages())
        .filteredOn(ReplyKind::isFinal)
        .containsExactlyInAnyOrderElementsOf(FINAL);
  }

  private static Set<String> messages() throws IOException {
    var names = new TreeSet<String>();
    for (String standard : STANDARDS) {
      try (var files = Files.walk(Shared.standard(standard))) {
        for (Path file : files.filter(it -> it.toString().endsWith(".xsd")).toList()) {
          MESSAGE
              .matcher(Files.readString(file))
              .results()
              .map((MatchResult found) -> found.group(1))
              .forEach(names::add);
        }
      }
    }
    return names;
  }
}
