package de.amtsbote.gateway.cli.certificates;

import de.amtsbote.gateway.security.SampleCertificates;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text that lies beside the sample keys and says what each is for. */
final class SampleReadme {

  private SampleReadme() {}

  static String text() {
    String parties =
        Stream.of(SampleParty.values())
            .map(party -> "| `%s.p12` | %s |\n".formatted(party.fileName(), party.role()))
            .collect(Collectors.joining());
    return """
        # Sample PKI

        Made by `amtsbote certificates create`. For demos and tests only: whoever can read this
        folder owns the keys, so nobody may trust them. Every certificate bears the extension
        %s; the gateway refuses such certificates unless
        `amtsbote.sample-certificates-allowed` is set.

        | file | for |
        |---|---|
        | `ca.cer` | the root; its private key was thrown away, so nothing can be added later |
        | `trust/` | the same root, laid out as `amtsbote.osci.trust` expects it |
        %s| `keyring.p12` | the key `payload-1` that wraps the data keys of stored messages |
        | `password` | opens every key store of this folder |

        Each party's key store has the entries `signature` and `cipher`; their certificates lie
        beside it as `NAME-signature.cer` and `NAME-cipher.cer`.
        """
        .formatted(SampleCertificates.MARKER_OID, parties);
  }
}
