package de.amtsbote.gateway.way;

/** The directory of a town. */
final class TownDirectory {

  private TownDirectory() {}

  static String yaml(Town town) {
    return """
        intermediaries:
          knoten:
            url: http://localhost:%1$d/osci/intermediary
            cipher-certificate: intermediary-cipher.cer
            signature-certificate: intermediary-signature.cer
          altknoten:
            url: http://localhost:%1$d/osci/intermediary
            cipher-certificate: intermediary-cipher.cer
            signature-certificate: altknoten-signature.cer
          altbau:
            url: http://localhost:%1$d/osci/intermediary
            cipher-certificate: intermediary-cipher.cer
            signature-certificate: altverfahren-signature.cer
            algorithms: legacy
        quirks:
          alt: {double-base64: true, leading-blanks: true}
          kopf: {old-header: nachrichtenkopf}
          name: {wants-file-name: nachricht.xml}
          ort: {wants-schema-location: "urn:amtsbote:standard:xdemo_1.0 xdemo.xsd"}
        partners:
          altportal:
            readers: ["prt:99000077"]
            quirks: kopf
            osci: {intermediary: knoten, cipher-certificate: bauamt-cipher.cer}
          wunschamt:
            readers: ["wun:99000079"]
            quirks: name
            osci: {intermediary: knoten, cipher-certificate: bauamt-cipher.cer}
          ortsamt:
            readers: ["mbe:99000078"]
            quirks: ort
            osci: {intermediary: knoten, cipher-certificate: bauamt-cipher.cer}
          altverfahren:
            osci:
              intermediary: knoten
              cipher-certificate: altverfahren-cipher.cer
              signature-certificate: altverfahren-signature.cer
              algorithms: legacy
          eng:
            readers: ["eng:99000005"]
            limits: {size: 1000B, attachments: 0}
            osci: {intermediary: knoten, cipher-certificate: bauamt-cipher.cer}
          meldebehoerde:
            readers: ["mbe:99001001"]
            osci: {intermediary: knoten, cipher-certificate: meldebehoerde-cipher.cer}
          gewerbeamt:
            readers: ["gew:99001002"]
            osci:
              intermediary: knoten
              cipher-certificate: gewerbeamt-cipher.cer
              recipient: http://localhost:%1$d/osci/push/zustellung
          fundamt:
            readers: ["fun:99001003"]
            osci:
              intermediary: knoten
              cipher-certificate: fundamt-cipher.cer
              recipient: http://localhost:%1$d/osci/push/auskunft
          fremdamt:
            readers: ["fre:99000008"]
            osci:
              intermediary: knoten
              cipher-certificate: altverfahren-cipher.cer
              signature-certificate: altverfahren-signature.cer
              recipient: %2$s
          unbekanntamt:
            readers: ["fre:99000009"]
            osci:
              intermediary: knoten
              cipher-certificate: altverfahren-cipher.cer
              recipient: %2$s
          serviceportal:
            readers: ["prt:99000003"]
            osci:
              intermediary: knoten
              cipher-certificate: portal-cipher.cer
              signature-certificate: portal-signature.cer
          bauamt:
            readers: ["bab:04011000", "sch:99000004", "prt:99000001"]
            quirks: alt
            osci:
              intermediary: knoten
              cipher-certificate: bauamt-cipher.cer
              signature-certificate: portal-signature.cer
              container: XBAU_DATA
        """
        .formatted(town.port(), town.procedure("/foreign"));
  }
}
