package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.ErrorCode;

/** What every refusal has in common. */
public final class Refusal {

  private Refusal() {}

  public static void assertProblem(Portal.Answer answer, ErrorCode code) {
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.field("code")).isEqualTo(code.code());
    assertThat(answer.status()).isEqualTo(code.status());
    assertThat(answer.json().path("status").asInt()).isEqualTo(code.status());
    assertThat(answer.field("incident")).matches("[0-9a-f-]{36}");
    assertThat(answer.field("remedy")).isEqualTo(code.remedy());
    assertThat(answer.text()).doesNotContain("Exception", "\tat ", "Mustermann");
  }
}
