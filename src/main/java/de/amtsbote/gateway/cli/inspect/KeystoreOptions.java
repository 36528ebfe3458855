package de.amtsbote.gateway.cli.inspect;

import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SoftwareKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Key stores with their passwords, in the order in which they are given. */
final class KeystoreOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--keystore",
      paramLabel = "P12",
      description = "PKCS#12 file with keys that may open the message; may be repeated.")
  private List<Path> keystores = List.of();

  @Option(
      names = "--password",
      paramLabel = "PW",
      description = "Password of the key store before; one password may serve for all.")
  private List<String> passwords = List.of();

  List<KeyOperations> keys() {
    var keys = new ArrayList<KeyOperations>();
    for (int i = 0; i < keystores.size(); i++) {
      keys.addAll(keysOf(keystores.get(i), password(i)));
    }
    return keys;
  }

  private char[] password(int number) {
    if (passwords.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--keystore needs --password");
    }
    return passwords.get(Math.min(number, passwords.size() - 1)).toCharArray();
  }

  private List<SoftwareKeys> keysOf(Path keystore, char[] password) {
    try (var in = Files.newInputStream(keystore)) {
      return SoftwareKeys.allFromPkcs12(in, password);
    } catch (IOException | GeneralSecurityException e) {
      throw new ParameterException(
          spec.commandLine(), "Key store " + keystore + " cannot be opened: " + e.getMessage(), e);
    }
  }
}
