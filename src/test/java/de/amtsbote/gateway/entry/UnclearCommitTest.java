package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.TransactionSystemException;

/** The database goes away while it commits: the message may be there, or not. */
class UnclearCommitTest {

  @Test
  void submissionOfWhichNobodyKnows_isToBeSentAgainUnderTheSameKey() {
    var answer = answer("POST");

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
    assertThat(((Problem) answer.getBody()).detail())
        .contains("not known")
        .contains("under the same key");
  }

  @Test
  void question_hasNothingToRepeat() {
    assertThat(((Problem) answer("GET").getBody()).detail()).doesNotContain("again");
  }

  private static ResponseEntity<?> answer(String method) {
    var broken = new TransactionSystemException("the connection broke while it committed");
    var request = new MockHttpServletRequest(method, "/api/v1/messages");
    return (ResponseEntity<?>) new ProblemAdvice().database(broken, request);
  }
}
