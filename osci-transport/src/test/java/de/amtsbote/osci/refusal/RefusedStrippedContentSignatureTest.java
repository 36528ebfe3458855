package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.inspect.InspectOptions;
import de.amtsbote.osci.inspect.InspectOptions.Requirement;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.testing.Inspected;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where content must be signed, its signature is taken off, or the content with it. */
class RefusedStrippedContentSignatureTest {

  private static final InspectOptions DEMANDING =
      Inspected.OPTIONS.require(Set.of(Requirement.CONTENT_SIGNATURE));

  private final byte[] signed =
      new Attack()
          .message(
              ContentPackage.of(
                  ContentContainer.builder("container0")
                      .data("content0", Samples.PAYLOAD)
                      .signer(ContentSigner.originator(Parties.ORIGINATOR_SIGNATURE))
                      .build()),
              OrderSecurity.NONE);

  private final byte[] stripped =
      Attack.edit(signed, t -> t.replaceFirst("(?s)<ds:Signature>.*</ds:Signature>", ""));

  private final byte[] emptied =
      Attack.edit(
          signed, t -> t.replaceFirst("(?s)<osci:ContentContainer.*</osci:ContentContainer>", ""));

  private static void assertUnsigned(byte[] message) throws IOException {
    var tree = Inspected.report(message, DEMANDING).tree();

    assertThat(tree).containsEntry("rejectRule", Rule.CONTENT_UNSIGNED.name());
    assertThat(tree).containsEntry("rejectLayer", "policy");
  }

  private static byte[] fetched(FeedbackCode code) throws IOException {
    var answer =
        OutgoingMessage.of(
                MessageType.RESPONSE_TO_FETCH_DELIVERY,
                new ControlBlock("4711", 3L, "cg==", "Y2g="))
            .order(
                Order.builder()
                    .feedback(Feedback.of(code))
                    .selection(SelectionRule.byId(Samples.ID))
                    .build())
            .certificates(Parties.intermediary())
            .build();
    return Inspected.octets(answer, OrderSecurity.NONE);
  }

  @Test
  void signedContent_isAccepted() throws IOException {
    assertThat(Inspected.report(signed, DEMANDING).accepted()).isTrue();
  }

  @Test
  void signatureTakenOff_isMissed() throws IOException {
    assertUnsigned(stripped);
  }

  @Test
  void containerTakenOutWithItsSignature_isMissed() throws IOException {
    assertUnsigned(emptied);
  }

  @Test
  void containerTakenOutOfAnAnswer_isMissed() throws IOException {
    assertUnsigned(fetched(FeedbackCode.EXECUTED_DIALOG_OPEN));
  }

  @Test
  void answerThatNothingWasFound_hasNothingToSign() throws IOException {
    assertThat(Inspected.report(fetched(FeedbackCode.NO_DELIVERY), DEMANDING).accepted()).isTrue();
  }

  @Test
  void whereNothingIsDemanded_unsignedContentIsAccepted() throws IOException {
    assertThat(Inspected.report(stripped, Inspected.OPTIONS).accepted()).isTrue();
  }

  @Test
  void libraryThatDemandsSignedContent_missesAContainer() {
    var nothing = new OpenedContent(List.of(), List.of());

    var refusal = catchThrowableOfType(OsciException.class, nothing::requireSigned);

    assertThat(refusal.rule()).isEqualTo(Rule.CONTENT_UNSIGNED);
  }
}
