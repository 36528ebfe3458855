package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** An Id occurs twice. */
class RefusedDuplicateIdTest {

  private final Attack attack = new Attack();

  @Test
  void inTheHeader_itIsRefused() throws IOException {
    attack.assertRefused(
        t -> t.replace("Id=\"featuredescription\"", "Id=\"controlblock\""), Rule.DUPLICATE_ID);
  }

  @Test
  void inTheContent_itIsRefused() throws IOException {
    attack.assertRefused(t -> t.replace("Id=\"content1\"", "Id=\"content0\""), Rule.DUPLICATE_ID);
  }
}
