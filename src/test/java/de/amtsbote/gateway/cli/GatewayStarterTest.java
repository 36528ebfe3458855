package de.amtsbote.gateway.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.GatewayApplication;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.osci.testport.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayStarterTest {

  @TempDir Path data;

  @Test
  void databaseThatIsAway_isNamedWithCodeAndRemedy() throws IOException {
    GatewayStarter starter = GatewayApplication::start;
    var port = Ports.free();

    assertThatThrownBy(
            () ->
                starter.startOrExplain(
                    "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/amtsbote",
                    "--amtsbote.database.wait=1s",
                    "--amtsbote.data=" + data))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("AB-9005")
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("amtsbote.database.wait");
  }

  @Test
  void portThatIsTaken_isNamedWithItsSetting() throws IOException, GeneralSecurityException {
    GatewayStarter starter = GatewayApplication::start;
    TestGateway.keyRing(data);
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = other.getLocalPort();

      assertThatThrownBy(
              () ->
                  starter.startOrExplain(
                      "--server.port=" + port,
                      "--server.address=127.0.0.1",
                      "--spring.datasource.url=" + TestDatabase.freshUrl(),
                      "--amtsbote.data=" + data,
                      "--amtsbote.key-ring.file=" + data.resolve("key-ring.p12"),
                      "--amtsbote.key-ring.password-file=" + data.resolve("password")))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("port " + port)
          .hasMessageContaining("server.port");
    }
  }
}
