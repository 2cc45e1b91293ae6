package leakcensus.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import leakcensus.block.LongTable;
import leakcensus.link.FormPersons;
import leakcensus.link.LinkRows;
import leakcensus.link.MentionGroups;
import leakcensus.link.ResolveMethod;
import leakcensus.link.TrustSettings;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.SmallKey;
import leakcensus.person.SmallMention;
import org.junit.jupiter.api.Test;

class ListTraitsTest {

  private static final TrustSettings TRUST = new TrustSettings(ResolveMethod.IDENTIFIERS, 5, 2);

  private final SmallKey key = new SmallKey(3);
  private final LongTable assignments = LinkRows.assignments();

  private record Found(long person, Trait trait, long token) {}

  private ListTraits list(MentionBlock mentions) {
    MentionGroups groups = new MentionGroups(mentions, TRUST);
    return ListTraits.of(groups, new FormPersons(groups, assignments), TRUST);
  }

  private static List<Found> found(LongTable rows) {
    List<Found> found = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      found.add(
          new Found(
              rows.at(row, TraitRows.PERSON),
              Trait.at((int) rows.at(row, TraitRows.TRAIT)),
              rows.at(row, TraitRows.TOKEN)));
    }
    return found;
  }

  @Test
  void listsEachValidTraitOfAPersonOnce() {
    Map<PersonField, Integer> ada =
        Map.of(
            PersonField.NATIONAL_ID, 1,
            PersonField.PHONE, 2,
            PersonField.EMAIL, -3,
            PersonField.FULL_NAME, 4,
            PersonField.BIRTH_DATE, 5);
    ListTraits traits = list(key.block(List.of(SmallMention.of(1, ada), SmallMention.of(2, ada))));

    List<Found> identifiers = found(traits.identifiers());
    long person = identifiers.get(0).person();
    assertThat(identifiers)
        .containsExactlyInAnyOrder(
            new Found(person, Trait.NATIONAL_ID, key.token(PersonField.NATIONAL_ID, 1)),
            new Found(person, Trait.PHONE, key.token(PersonField.PHONE, 2)));
    assertThat(found(traits.others()))
        .containsExactlyInAnyOrder(
            new Found(person, Trait.NAME, key.token(PersonField.FULL_NAME, 4)),
            new Found(person, Trait.BIRTH_DATE, key.token(PersonField.BIRTH_DATE, 5)));
  }

  @Test
  void listsTheFurtherValuesThatAreValid() {
    SmallMention several =
        SmallMention.of(1, Map.of(PersonField.NATIONAL_ID, 1, PersonField.PHONE, 2))
            .with(
                Map.of(
                    PersonField.NATIONAL_ID, Set.of(7),
                    PersonField.PHONE, Set.of(8, -9),
                    PersonField.EMAIL, Set.of(6)));

    assertThat(found(list(key.block(List.of(several))).identifiers()))
        .extracting(Found::trait, Found::token)
        .containsExactlyInAnyOrder(
            tuple(Trait.NATIONAL_ID, key.token(PersonField.NATIONAL_ID, 1)),
            tuple(Trait.NATIONAL_ID, key.token(PersonField.NATIONAL_ID, 7)),
            tuple(Trait.PHONE, key.token(PersonField.PHONE, 2)),
            tuple(Trait.PHONE, key.token(PersonField.PHONE, 8)),
            tuple(Trait.EMAIL, key.token(PersonField.EMAIL, 6)));
  }

  @Test
  void putsTheTraitsOfJoinedNodesUnderOnePerson() {
    MentionBlock mentions =
        key.block(
            List.of(
                SmallMention.of(1, Map.of(PersonField.EMAIL, 1)),
                SmallMention.of(2, Map.of(PersonField.PHONE, 2))));
    MentionGroups groups = new MentionGroups(mentions, TRUST);
    assignments.append(groups.node(0), groups.node(0));
    assignments.append(groups.node(1), groups.node(0));
    assignments.sort();

    assertThat(found(list(mentions).identifiers()))
        .hasSize(2)
        .extracting(Found::person)
        .containsOnly(groups.node(0));
  }

  @Test
  void listsNothingOfAnOrganisation() {
    MentionBlock mentions =
        key.block(
            List.of(
                SmallMention.of(1, Map.of(PersonField.PHONE, 1)),
                SmallMention.of(2, Map.of(PersonField.PHONE, 2))));
    mentions.markOrganisation(1);

    assertThat(found(list(mentions).identifiers()))
        .extracting(Found::token)
        .containsExactly(key.token(PersonField.PHONE, 1));
  }

  @Test
  void listsNoNationalIdThatIsNotBelieved() {
    List<SmallMention> mentions = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      mentions.add(
          SmallMention.of(
              i,
              Map.of(
                  PersonField.NATIONAL_ID,
                  1,
                  PersonField.FULL_NAME,
                  i + 1,
                  PersonField.PHONE,
                  i + 10)));
    }
    mentions.add(SmallMention.of(9, Map.of(PersonField.NATIONAL_ID, 2)));

    Set<Long> ids = new HashSet<>();
    for (Found each : found(list(key.block(mentions)).identifiers())) {
      if (each.trait() == Trait.NATIONAL_ID) {
        ids.add(each.token());
      }
    }
    assertThat(ids).containsExactly(key.token(PersonField.NATIONAL_ID, 2));
  }
}
