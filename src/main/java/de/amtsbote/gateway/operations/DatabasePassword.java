package de.amtsbote.gateway.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A random password in a file that only its owner reads. */
record DatabasePassword(Path path) {

  String readOrMake() throws IOException {
    if (!Files.exists(path)) {
      var random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.createFile(path, OwnerOnly.file());
      Files.writeString(path, HexFormat.of().formatHex(random));
    }
    return Files.readString(path).strip();
  }
}
