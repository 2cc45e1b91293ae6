package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "*, '', true",
    "users, USERS, true",
    "users, users2, false",
    "user?, user2, true",
    "user?, user, false",
    "ärzte*, ÄRZTE 2022, true",
    "*.users, public.users, true",
    "a.c, abc, false",
    "'a[b]\\d+(', 'A[B]\\D+(', true",
    "'\\E*', '\\Ex', true",
    "用户*, 用户表, true"
  })
  void matchesWholeNames(String pattern, String name, boolean matches) {
    assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
  }

  @Test
  void matchesAcrossLines() {
    assertThat(new NamePattern("a*z?").matches("a\nz\n")).isTrue();
  }

  /** Going back and trying again would take some 10^20 steps. */
  @Test
  void answersHostilePatternsInReasonableTime() {
    NamePattern hostile = new NamePattern("*a".repeat(20) + "*b");

    boolean matches =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> hostile.matches("a".repeat(10_000)));

    assertThat(matches).isFalse();
  }
}
