package de.amtsbote.gateway.directory.dvdv.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain text                                   | plain text
          =?UTF-8?B?R8O8bHRpZw==?=                     | Gültig
          =?utf-8?q?G=C3=BCltig_bis?=                  | Gültig bis
          =?ISO-8859-1?Q?G=FCltig?= ab                 | Gültig ab
          =?UTF-8?Q?eins?= =?UTF-8?Q?zwei?=            | einszwei
          =?UTF-8?Q?eins?= und =?UTF-8?Q?zwei?=        | eins und zwei
          =?UTF-8*de?Q?Wort?=                          | Wort
          =?UTF-8?B?!!!?=                              | =?UTF-8?B?!!!?=
          =?x-nobody?Q?a?=                             | =?x-nobody?Q?a?=
          =?UTF-8?Q?a=?=                               | =?UTF-8?Q?a=?=
          =?UTF-8?Q?a=0A$1?=                           | a $1
          """)
  void header_isReadAsItWasMeant(String header, String text) {
    assertThat(EncodedWords.decode(header)).isEqualTo(text);
  }
}
