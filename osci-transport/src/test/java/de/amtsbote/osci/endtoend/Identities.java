package de.amtsbote.osci.endtoend;

import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.intermediary.IntermediaryKeys;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;

/** Everybody who takes part in the tests; made once, because keys take their time. */
final class Identities {

  static final TestPki CA = TestPki.root("Test CA");
  static final ClientIdentity ALICE = of(CA, "Alice");
  static final ClientIdentity BOB = of(CA, "Bob");
  static final ClientIdentity CAROL = of(CA, "Carol");
  static final IntermediaryKeys INTERMEDIARY =
      IntermediaryKeys.of(
          keys(CA.reader("Intermediary cipher")), keys(CA.signer("Intermediary signature")));

  private Identities() {}

  static ClientIdentity of(TestPki ca, String name) {
    return ClientIdentity.of(
        keys(ca.reader(name + " cipher")), keys(ca.signer(name + " signature")));
  }

  static KeyOperations keys(TestIdentity identity) {
    return SoftwareKeys.of(identity.key(), identity.certificate());
  }
}
