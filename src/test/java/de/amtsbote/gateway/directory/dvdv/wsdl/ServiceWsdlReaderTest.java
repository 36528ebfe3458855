package de.amtsbote.gateway.directory.dvdv.wsdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.directory.dvdv.DvdvTown;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceWsdlReaderTest {

  private static final String GOOD = DvdvTown.service().wsdl();

  @Test
  void demands_areRead() {
    var wsdl = ServiceWsdlReader.read(GOOD);

    assertThat(wsdl.communication()).isEqualTo("one-way-active");
    assertThat(wsdl.binding().encrypted()).contains(true);
    assertThat(wsdl.containers())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.name()).isEqualTo("XDEMO_DATA");
              assertThat(it.required()).isTrue();
              assertThat(it.contents()).containsExactly("dokument");
            });
    assertThat(wsdl.ports()).hasSize(1);
  }

  @Test
  void containersOfTheAnswer_areNotWhatIsSent() {
    var wsdl =
        ServiceWsdlReader.read(
            GOOD.replace(
                "</wsdl:input>\n            </wsdl:operation>\n          </wsdl:binding>",
                "</wsdl:input><wsdl:output><osci:container name='ANTWORT'/></wsdl:output>"
                    + "</wsdl:operation></wsdl:binding>"));

    assertThat(wsdl.containers()).hasSize(1);
  }

  @Test
  void messageTypes_areRead() {
    var types = "<wsdl:types><xs:schema><xs:element ref='x:antrag.0100'/></xs:schema></wsdl:types>";

    assertThat(ServiceWsdlReader.read(GOOD.replace("<wsdl:types/>", types)).messageTypes())
        .containsExactly("antrag.0100");
  }

  @Test
  void encryption_isMeantUnlessItIsDenied() {
    var unclear = GOOD.replace("encrypted=\"true\"", "encrypted=\"vielleicht\"");

    assertThat(ServiceWsdlReader.read(unclear).binding().encrypted()).contains(true);
  }

  @Test
  void requiredContainer_mayBeWrittenAsANumber() {
    var number = GOOD.replace("required=\"true\"", "required=\"1\"");

    assertThat(ServiceWsdlReader.read(number).containers().get(0).required()).isTrue();
  }

  static Stream<String> hostile() {
    return Stream.of(
        "",
        "kein XML",
        "<a/>",
        GOOD.substring(0, GOOD.length() / 2),
        "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
            + GOOD.replaceFirst("<\\?.*\\?>", ""),
        "<!DOCTYPE d SYSTEM 'http://localhost/x'>" + GOOD.replaceFirst("<\\?.*\\?>", ""),
        GOOD.replace("<wsdl:types/>", "<a>".repeat(100) + "</a>".repeat(100)),
        GOOD.replace("<wsdl:types/>", "<!--" + " ".repeat(70_000) + "-->"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void documentThatIsNoServiceDescription_isRefused(String document) {
    assertThatThrownBy(() -> ServiceWsdlReader.read(document))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DIRECTORY_ANSWER_INVALID));
  }
}
