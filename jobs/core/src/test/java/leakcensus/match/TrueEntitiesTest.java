package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrueEntitiesTest {

  private static final MentionPosition ADA = new MentionPosition(0, 10, 0);
  private static final MentionPosition ADA_AGAIN = new MentionPosition(1, 10, 0);
  private static final MentionPosition BO = new MentionPosition(0, 10, 1);
  private static final MentionPosition NOBODY = new MentionPosition(0, 20, 0);

  private final TrueEntities entities =
      new TrueEntities(Map.of(ADA, 1_000L, ADA_AGAIN, 1_000L, BO, 2_000L));

  @Test
  void tellsOneEntityFromTwo() {
    assertThat(entities.isSame(ADA, ADA_AGAIN)).contains(true);
    assertThat(entities.isSame(ADA, BO)).contains(false);
  }

  @Test
  void tellsNothingOfAMentionWithoutEntity() {
    assertThat(entities.isSame(ADA, NOBODY)).isEmpty();
    assertThat(entities.isSame(NOBODY, ADA)).isEmpty();
    assertThat(entities.isSame(NOBODY, NOBODY)).isEmpty();
  }
}
