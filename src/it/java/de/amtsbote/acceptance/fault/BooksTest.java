package de.amtsbote.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.acceptance.site.Fachverfahren;
import de.amtsbote.acceptance.site.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge itself: each verdict is given where it is due. */
class BooksTest {

  private static final String PAYLOAD = "<payload/>";

  @TempDir Path folder;

  @Test
  void arrivedOnce_isDelivered() throws Exception {
    drop("delivery-1");

    assertThat(judge("DELIVERED")).isEqualTo(new Tally(1, 1, 0, 0, 0, 0));
  }

  @Test
  void neverArrived_isLostWhateverItsState() throws Exception {
    assertThat(judge("DELIVERED")).isEqualTo(new Tally(1, 0, 0, 1, 0, 0));
  }

  @Test
  void arrivedUnderTwoDeliveryIds_cameTwice() throws Exception {
    drop("delivery-1");
    drop("delivery-2");

    assertThat(judge("DELIVERED")).isEqualTo(new Tally(1, 1, 0, 0, 1, 0));
  }

  @Test
  void brokenAndRejected_isRejected() throws Exception {
    assertThat(judge("REJECTED", true)).isEqualTo(new Tally(1, 0, 1, 0, 0, 0));
  }

  @Test
  void soundAndRejected_isLostToItsSender() throws Exception {
    assertThat(judge("REJECTED")).isEqualTo(new Tally(1, 0, 0, 1, 0, 0));
  }

  @Test
  void soundAndRejectedAndArrived_isContradicted() throws Exception {
    drop("delivery-1");

    assertThat(judge("REJECTED").isClean()).isFalse();
  }

  @Test
  void brokenAndArrived_isContradicted() throws Exception {
    drop("delivery-1");

    assertThat(judge("DELIVERED", true)).isEqualTo(new Tally(1, 1, 0, 0, 0, 1));
  }

  @Test
  void booksOfTheSender_tellWhichWereBroken() throws Exception {
    Path books = folder.resolve("receipts.tsv");
    Files.writeString(books, "k1\ts1\tid\tDELIVERED\t\nk2\ts2\tid\tREJECTED\tAB-2002\n");

    assertThat(Receipt.read(books, number -> number == 1))
        .extracting(Receipt::broken)
        .containsExactly(false, true);
  }

  @Test
  void parked_isLostToItsSender() throws Exception {
    assertThat(judge("PARKED")).isEqualTo(new Tally(1, 0, 0, 1, 0, 0));
  }

  private void drop(String deliveryId) throws IOException {
    Path delivery = Files.createDirectories(folder.resolve(deliveryId));
    Files.writeString(delivery.resolve("payload.xml"), PAYLOAD);
  }

  private Tally judge(String state) throws IOException {
    return judge(state, false);
  }

  private Tally judge(String state, boolean broken) throws IOException {
    String sha256 = Sha256.of(PAYLOAD.getBytes(StandardCharsets.UTF_8));
    Receipt receipt = new Receipt("key", sha256, "id", state, "", broken);
    try (Fachverfahren posted = Fachverfahren.open();
        AnsweringProcedure answering = AnsweringProcedure.open(folder.resolve("answering"))) {
      return new Books(List.of(receipt), new Procedures(posted, folder, answering))
          .settle(Duration.ofMillis(10), new PrintStream(new ByteArrayOutputStream()));
    }
  }
}
