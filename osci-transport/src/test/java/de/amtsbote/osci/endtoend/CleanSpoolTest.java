package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.amtsbote.osci.client.Chunking;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.intermediary.Intermediary;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a spool that keeps nothing in memory, every temporary file can be counted. */
class CleanSpoolTest {

  @TempDir Path folder;
  private final World world = World.strict();
  private Spool spool;
  private OsciEndpoint endpoint;

  @BeforeEach
  void start() {
    spool = new Spool(folder, 0, 0);
    endpoint =
        Intermediary.endpoint(
            world.intermediary,
            Identities.INTERMEDIARY,
            AlgorithmPolicy.standard(),
            ReadLimits.DEFAULT,
            spool);
  }

  /** Spool files have no name any more while they are used, but the process holds them open. */
  private List<Path> files() throws IOException {
    var open = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(open), "needs /proc");
    try (var descriptors = Files.list(open)) {
      return descriptors.map(CleanSpoolTest::target).filter(p -> p.startsWith(folder)).toList();
    }
  }

  private static Path target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor);
    } catch (IOException e) {
      return descriptor;
    }
  }

  @Test
  void whenAllIsDone_noTemporaryFileIsLeft() throws Exception {
    var wire = new Wire(Map.of(World.ADDRESS, endpoint));
    var alice = client(ALICE, wire);
    var letter = Letters.withAttachment(BOB, Letters.octets(100_000));
    assertThat(alice.store(alice.messageId(), letter)).isInstanceOf(SendOutcome.Accepted.class);
    try (var dialog = client(BOB, wire).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(files()).isNotEmpty();
      assertThat(Letters.payload(delivery.open(), "plan")).hasSize(100_000);
      delivery.confirm();
    }

    assertThat(files()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  private OsciClient client(ClientIdentity identity, Wire wire) {
    return new OsciClient(
        identity,
        World.supplier(World.ADDRESS),
        wire,
        AlgorithmPolicy.standard(),
        ReadLimits.DEFAULT,
        spool,
        Chunking.NEVER);
  }

  @Test
  void refusedAndTruncatedOrders_leaveNoTemporaryFile() throws Exception {
    Letters.send(world.client(ALICE), BOB);
    var requests = world.wire.requests();
    var request = requests.get(requests.size() - 1);

    for (int percent = 0; percent <= 100; percent += 5) {
      var cut = Arrays.copyOf(request, request.length * percent / 100);
      endpoint.handle(new ByteArrayInputStream(cut)).close();
      assertThat(files()).isEmpty();
    }
  }
}
