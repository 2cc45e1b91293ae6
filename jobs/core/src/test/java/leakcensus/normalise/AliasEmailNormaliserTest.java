package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliasEmailNormaliserTest {

  private final AliasEmailNormaliser mailboxes = new AliasEmailNormaliser();

  @ParameterizedTest(name = "{0} is the mailbox {1}")
  @CsvSource({
    "Ada.Byron@Gmail.com, adabyron@gmail.com",
    "a.d.a.byron+shop@googlemail.com, adabyron@gmail.com",
    "ada.byron+shop@outlook.com, ada.byron@outlook.com",
    "ada+a+b@fastmail.com, ada@fastmail.com",
    "ada+x@protonmail.com, ada@proton.me",
    "Ada Byron <ada.b+x@gmail.com>, adab@gmail.com"
  })
  void bringsTheSpellingsOfAMailboxTogether(String written, String mailbox) {
    assertThat(mailboxes.normalise(new RawValue(written))).isEqualTo(new FieldValue.Valid(mailbox));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada.byron+shop@example.com",
        "ada.byron@qq.com",
        "+ada@outlook.com",
        "ada+x@icloud.com"
      })
  void leavesOtherAddressesAsTheyAre(String address) {
    assertThat(mailboxes.normalise(new RawValue(address))).isEqualTo(new FieldValue.Valid(address));
  }

  @Test
  void judgesAsTheEmailNormaliserDoes() {
    EmailNormaliser emails = new EmailNormaliser();
    for (String text : new String[] {"", "null", "plain", "a.b+c@gmail.invalid", "@gmail.com"}) {
      assertThat(mailboxes.normalise(new RawValue(text)))
          .isEqualTo(emails.normalise(new RawValue(text)));
    }
  }

  @Test
  void readsItsOwnFormAsItself() {
    String mailbox = mailboxes.normalise(new RawValue("A.B+C@googlemail.com")).normal();

    assertThat(mailboxes.normalise(new RawValue(mailbox)).normal()).isEqualTo(mailbox);
  }
}
