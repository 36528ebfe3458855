package de.amtsbote.osci.benchmark;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.ContentSource;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.ComposedMessage;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A storeDelivery, content signed and encrypted, order signed, transport encrypted: composed,
 * opened, and nothing but the cryptography of each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 4, time = 3)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx512m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"})
public class MessageBenchmark {

  /** Octets of the content. */
  @Param({"10240", "1048576", "10485760"})
  public int size;

  /** Where the content travels. */
  @Param({"xml", "attachment"})
  public String form;

  private final Identities identities = new Identities();
  private final Spool spool = Spool.temporary();
  private final AlgorithmPolicy policy = AlgorithmPolicy.standard();
  private final MessageComposer composer = new MessageComposer(spool, policy);
  private final byte[] sink = new byte[64 * 1024];
  private MessageReader reader;
  private OutgoingMessage message;
  private OrderSecurity security;
  private byte[] composed;
  private BareCryptography bare;

  /** Makes the message. */
  @Setup
  public void prepare() throws Exception {
    byte[] octets = new byte[size];
    new Random(1).nextBytes(octets);
    RoleCertificates certificates =
        RoleCertificates.builder()
            .add(Role.ORIGINATOR, Usage.CIPHER, identities.originatorCipher.certificate())
            .add(Role.ADDRESSEE, Usage.CIPHER, identities.addressee.certificate())
            .add(Role.ORIGINATOR, Usage.SIGNATURE, identities.originatorSignature.certificate())
            .build();
    ContentContainer.Builder container =
        ContentContainer.builder("container")
            .signer(ContentSigner.originator(identities.originatorSignature));
    if (form.equals("xml")) {
      container.data("content", octets);
    } else {
      container.attachment("content", "content.bin", ContentSource.of(octets));
    }
    RoleCertificate addressee =
        RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, identities.addressee.certificate());
    message =
        OutgoingMessage.of(MessageType.STORE_DELIVERY, ControlBlock.implicit("Y2hhbGxlbmdl"))
            .order(Order.builder().messageId(new MessageId("4711")).subject("Betreff").build())
            .certificates(certificates)
            .content(
                ContentPackage.of(
                    new EncryptedContainer("encrypted", container.build(), List.of(addressee))))
            .build();
    security =
        new OrderSecurity(identities.originatorSignature, identities.intermediary.certificate());
    reader = new MessageReader(spool, policy, ReadLimits.DEFAULT, List.of(identities.intermediary));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ComposedMessage once = composer.compose(message, security)) {
      once.writeTo(out);
    }
    composed = out.toByteArray();
    bare = new BareCryptography(identities, octets, form.equals("xml"));
  }

  /** Composes and reads the result to its end. */
  @Benchmark
  public long compose() throws IOException {
    try (ComposedMessage result = composer.compose(message, security);
        InputStream in = result.open()) {
      return drain(in);
    }
  }

  /** Reads, decrypts and verifies order and content, and reads the content to its end. */
  @Benchmark
  public long open() throws IOException {
    try (IncomingMessage read =
        reader.read(new ByteArrayInputStream(composed), Expectations.NONE)) {
      OpenedContainer container = read.open(List.of(identities.addressee)).containers().get(0);
      try (InputStream in = ((OpenedItem.Octets) container.items().get(0)).open()) {
        return drain(in);
      }
    }
  }

  /** The RSA, AES, SHA and Base64 operations of composing alone. */
  @Benchmark
  public Object bareCompose() throws Exception {
    return bare.compose();
  }

  /** The RSA, AES, SHA and Base64 operations of opening alone. */
  @Benchmark
  public Object bareOpen() throws Exception {
    return bare.open();
  }

  private long drain(InputStream in) throws IOException {
    long total = 0;
    for (int read = in.read(sink); read >= 0; read = in.read(sink)) {
      total += read;
    }
    return total;
  }
}
