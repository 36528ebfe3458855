package de.amtsbote.gateway.cli.simulator;

import de.amtsbote.gateway.cli.CommandFailure;
import de.amtsbote.gateway.directory.DirectoryReader;
import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.gateway.directory.dvdv.api.Organization;
import de.amtsbote.gateway.directory.dvdv.api.OrganizationDescription;
import de.amtsbote.gateway.simulator.dvdv.DvdvContent;
import de.amtsbote.gateway.simulator.dvdv.OsciService;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Enters the partners of a directory file into a DVDV double. */
final class DirectoryEntries {

  private DirectoryEntries() {}

  /**
   * What a DVDV says of the partners of a directory.
   *
   * @param directory file or folder (YAML)
   * @param service URI of the service that all of them offer
   * @param category what kind of authority they are
   */
  static DvdvContent of(Path directory, String service, String category, Clock clock) {
    DirectoryReader.Result read = DirectoryReader.read(directory, clock);
    if (!read.isUsable()) {
      throw new CommandFailure("the directory has errors: " + read.findings());
    }
    DvdvContent content = new DvdvContent();
    for (Partner partner : read.directory().partners()) {
      for (String reader : partner.readers()) {
        content.add(reader, entry(partner, service).entry());
      }
      content.add(new OrganizationDescription(body(partner, category), List.of()));
    }
    return content.allow(category, service);
  }

  private static OsciService entry(Partner partner, String service) {
    return new OsciService(
        service,
        partner.title(),
        partner.osci().intermediary().url(),
        partner.osci().intermediary().cipherCertificate(),
        partner.osci().intermediary().signatureCertificate(),
        partner.osci().addressee(),
        partner.osci().cipherCertificate(),
        partner.osci().demands().container(),
        null,
        null);
  }

  private static Organization body(Partner partner, String category) {
    return new Organization(
        1L,
        null,
        null,
        partner.title(),
        null,
        null,
        null,
        null,
        null,
        null,
        category,
        List.copyOf(partner.readers()),
        partner.osci().signatureCertificates().stream().map(OsciService::certificate).toList(),
        List.of());
  }
}
