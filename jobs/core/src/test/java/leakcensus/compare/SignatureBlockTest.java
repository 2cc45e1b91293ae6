package leakcensus.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;

class SignatureBlockTest {

  private final TextMention mention = new TextMention(1);

  @Test
  void readsWhatItHasWritten() {
    List<Signature> signatures = new ArrayList<>();
    signatures.add(mention.signature(Map.of()));
    for (int i = 0; i < 50; i++) {
      signatures.add(
          mention
              .signature(
                  Map.of(
                      PersonField.FULL_NAME, "ada lovelace " + i,
                      PersonField.ADDRESS, "x".repeat(3 * i) + i,
                      PersonField.BIRTH_DATE, "19%02d-03-04".formatted(i)))
              .in(i - 25L, Long.MIN_VALUE + i)
              .counted(
                  Signature.withBand(0, i % ComparisonField.COUNT, i % 8), new long[] {-i, i}));
    }

    List<Signature> read = SignatureBlock.decode(SignatureBlock.encode(signatures));

    assertThat(read).hasSize(51);
    for (int i = 0; i < read.size(); i++) {
      assertSame(read.get(i), signatures.get(i));
    }
  }

  @Test
  void readsNothingOfNothing() {
    assertThat(SignatureBlock.decode(SignatureBlock.encode(List.of()))).isEmpty();
  }

  private static void assertSame(Signature read, Signature written) {
    assertThat(read.id()).isEqualTo(written.id());
    assertThat(read.node()).isEqualTo(written.node());
    assertThat(read.rank()).isEqualTo(written.rank());
    assertThat(read.nodeMentions()).isEqualTo(written.nodeMentions());
    assertThat(read.birthYear()).isEqualTo(written.birthYear());
    assertThat(read.bands()).isEqualTo(written.bands());
    assertThat(read.formCount()).isEqualTo(written.formCount());
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      assertThat(read.isPresent(field)).isEqualTo(written.isPresent(field));
      if (read.isPresent(field)) {
        assertThat(read.token(field)).isEqualTo(written.token(field));
        assertThat(forms(read, read.gramsFrom(field), read.gramsTo(field)))
            .isEqualTo(forms(written, written.gramsFrom(field), written.gramsTo(field)));
        assertThat(forms(read, read.gramsTo(field), read.variantsTo(field)))
            .isEqualTo(forms(written, written.gramsTo(field), written.variantsTo(field)));
      }
    }
    assertThat(read.keyCount()).isEqualTo(written.keyCount());
    for (int key = 0; key < read.keyCount(); key++) {
      assertThat(read.key(key)).isEqualTo(written.key(key));
    }
  }

  private static int[] forms(Signature signature, int from, int to) {
    return Arrays.copyOfRange(signature.forms(), from, to);
  }
}
