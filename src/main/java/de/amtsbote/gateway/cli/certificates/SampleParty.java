package de.amtsbote.gateway.cli.certificates;

enum SampleParty {
  INTERMEDIARY("intermediary", "Muster-Intermediaer", "the OSCI intermediary"),
  PORTAL("portal", "Muster-Portal", "the portal's side: author and sender of OSCI messages"),
  MELDEBEHOERDE("meldebehoerde", "Meldebehoerde Musterstadt", "an authority that receives"),
  GEWERBEAMT("gewerbeamt", "Gewerbeamt Musterstadt", "a second authority that receives");

  private final String fileName;
  private final String commonName;
  private final String role;

  SampleParty(String fileName, String commonName, String role) {
    this.fileName = fileName;
    this.commonName = commonName;
    this.role = role;
  }

  String fileName() {
    return fileName;
  }

  String commonName() {
    return commonName;
  }

  String role() {
    return role;
  }
}
