"""Who is spoken of: names, seats, offices by date, people, groups, acronyms, descriptions and pronouns."""

from collections.abc import Callable

import pytest

from sayso.lexicon.actors import ActorLexicon
from sayso.model.flow import ActorTable, Parse
from sayso.model.record import Actor
from sayso.reading import actors

Find = Callable[..., dict[str, Actor]]


@pytest.fixture(scope="module")
def lexicon() -> ActorLexicon:
    return ActorLexicon.load()


@pytest.fixture(scope="module")
def find(lexicon: ActorLexicon, parsed: Callable[..., Parse]) -> Find:
    def made(text: str, when: str | None = None) -> dict[str, Actor]:
        return {actor.name: actor for actor in actors.find(parsed(text), lexicon, when).actors}

    return made


def words(actor: Actor) -> list[str]:
    return [span.text for span in actor.mentions]


class TestNames:
    def test_seats_and_long_names_are_the_state(self, find: Find):
        found = find("Moscow objected. The Kremlin said the Russian Federation would respond, and Russia did.")
        assert words(found["Russia"]) == ["Moscow", "Kremlin", "Russian Federation", "Russia"]

    def test_a_seat_where_something_happens_is_a_place(self, find: Find):
        found = find("Envoys met in Moscow on Friday.")
        assert found["Moscow"].kind == "place"
        assert found["Moscow"].country == "RUS"
        assert "Russia" not in found

    def test_an_opinion_held_at_a_seat_is_the_states(self, find: Find):
        found = find("The threat is regarded in Dushanbe as grave.")
        assert words(found["Tajikistan"]) == ["Dushanbe"]

    def test_a_group_has_a_code_of_its_own(self, find: Find):
        found = find("The Taliban regime ignored Afghanistan's neighbours.")
        assert found["Taliban"].code == "TAL"
        assert words(found["Taliban"]) == ["Taliban regime"]
        assert found["Afghanistan"].code == "AFG"

    @pytest.mark.parametrize(
        "label", ["Taliban government", "Taliban terrorist group", "Taliban movement", "Taliban fighters"]
    )
    def test_labels_belong_to_the_mention(self, label: str, find: Find):
        assert words(find(f"Envoys met the {label} on Friday.")["Taliban"]) == [label]

    def test_the_leadership_of_a_group_is_the_group(self, find: Find):
        found = find("He stays in touch with the leadership of the Taliban movement.")
        assert words(found["Taliban"]) == ["leadership of the Taliban movement"]

    def test_small_words_are_no_acronyms(self, find: Find):
        assert find("They told us who is right.") == {}

    def test_a_name_within_a_persons_is_the_persons(self, find: Find):
        assert "Chad" not in find("Chad Smith praised the plan.")


class TestOffices:
    @pytest.mark.parametrize(("when", "name"), [("2010", "Nicolas Sarkozy"), ("2021-03", "Emmanuel Macron")])
    def test_an_office_resolves_by_the_date(self, when: str, name: str, find: Find):
        found = find("The French president welcomed the offer.", when)
        assert words(found[name]) == ["French president"]
        assert (found[name].code, found[name].country) == ("FRAGOV", "FRA")

    def test_without_a_date_the_text_must_name_the_holder(self, find: Find):
        found = find("Putin spoke first. The Russian dictator then left.")
        assert words(found["Vladimir Putin"]) == ["Putin", "Russian dictator"]
        alone = find("The Russian president spoke first.")
        assert "Vladimir Putin" not in alone
        assert alone["Russian president"].code == "RUSGOV"

    def test_titles_give_an_unlisted_person_country_and_code(self, find: Find):
        found = find("Afghanistan's new ambassador Zalmar Wardeyo arrived. Wardeyo said nothing.")
        assert found["Zalmar Wardeyo"].code == "AFGGOV"
        assert len(found["Zalmar Wardeyo"].mentions) == 2

    def test_the_title_in_another_form_is_the_same_person(self, find: Find):
        found = find("Sergey Lavrov arrived late. Russia's top diplomat apologised.")
        assert words(found["Sergey Lavrov"]) == ["Sergey Lavrov", "Russia's top diplomat"]

    def test_a_former_holder_is_not_the_holder(self, find: Find):
        found = find("The former French president was fined.", "2021")
        assert "Emmanuel Macron" not in found
        assert found["former French president"].country == "FRA"

    def test_an_organisations_chief(self, find: Find):
        assert "Kofi Annan" in find("The UN chief urged calm.", "2003-03")

    def test_namesakes_are_told_apart_by_the_office_and_date(self, find: Find):
        assert "George W. Bush" in find("President Bush flew home.", "2003-05-01")
        assert "George H.W. Bush" in find("President Bush flew home.", "1991-02-01")


class TestPeopleAndBodies:
    def test_troops_are_a_states_military(self, find: Find):
        found = find("Russian troops left. Russian soldiers had dug trenches.")
        assert found["Russian military"].code == "RUSMIL"
        assert len(found["Russian military"].mentions) == 2

    def test_a_ministry_keeps_its_name(self, find: Find):
        found = find("The Russian Foreign Ministry summoned the envoy.")
        assert found["Russian foreign ministry"].code == "RUSGOV"

    def test_the_country_comes_from_where_it_happens(self, find: Find):
        found = find("Police beat protesters in Tbilisi.")
        assert found["Georgian police"].code == "GEOCOP"
        assert found["Georgian protesters"].country == "GEO"

    def test_troops_in_a_country_need_not_be_its_own(self, find: Find):
        found = find("Norway will keep troops in Mali. An ambassador to Mali objected.")
        assert "Malian military" not in found
        assert not any(actor.code == "MLIGOV" for actor in found.values())

    def test_villagers_keep_their_word(self, find: Find):
        assert find("Nigerian villagers fled.")["Nigerian villagers"].code == "NGACVL"

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("The Assad regime fell.", "Syria"),
            ("Putin's government denied it.", "Russia"),
            ("The Assad regime's foes fought Assad's forces.", "Syrian military"),
        ],
    )
    def test_a_leaders_government_is_the_states(self, text: str, name: str, find: Find):
        assert name in find(text)

    def test_possessed_troops_are_their_owners(self, find: Find):
        assert "Ukrainian military" in find("Ukraine said its army had withdrawn.")

    def test_an_unlisted_organisation_is_an_actor_by_acronym_too(self, find: Find):
        found = find("The Free Harbour Front (FHF) burned a boat. FHF members fled.")
        assert found["Free Harbour Front"].code is None
        assert words(found["Free Harbour Front"])[:3] == ["Free Harbour Front", "FHF", "FHF"]


class TestReference:
    @pytest.mark.parametrize(
        ("text", "name", "said"),
        [
            ("Saudi Arabia cut its ties with Iran. The kingdom gave no reason.", "Saudi Arabia", "The kingdom"),
            ("NATO sent ships on Monday. The alliance gave no number.", "NATO", "The alliance"),
            ("The Taliban took it. The hardline organization freed men.", "Taliban", "The hardline organization"),
            ("EU envoy Ana Prill said the bloc would pay.", "European Union", "the bloc"),
            ("Merkel called. She urged calm.", "Angela Merkel", "She"),
            ("Russia signed. It has since withdrawn.", "Russia", "It"),
            ("Russia, which signed, has withdrawn.", "Russia", "which"),
            ("Angela Merkel called. She urged calm.", "Angela Merkel", "She"),
            ("The Taliban signed. They broke the truce.", "Taliban", "They"),
        ],
    )  # fmt: skip
    def test_clear_antecedents(self, text: str, name: str, said: str, find: Find):
        assert said in words(find(text)[name])

    @pytest.mark.parametrize(
        "text",
        [
            "It is clear that Russia signed.",
            "Envoys of Russia spoke with Iran about Norway. Rain fell. Rain fell. Rain fell. It stopped.",
        ],
    )
    def test_what_is_unclear_stays_unresolved(self, text: str, find: Find):
        assert not any(text.lower() == "it" for actor in find(text).values() for text in words(actor))

    def test_an_object_is_not_its_own_subject(self, find: Find):
        found = find("Emmanuel Macron met Viktor Orban. Macron praised him.")
        assert "him" in words(found["Viktor Orban"])


class TestWhole:
    def test_empty_and_odd_texts(self, find: Find):
        assert find("") == {}
        assert find("?!") == {}
        find("((( (USA) ,,, 's 's The the The")

    def test_spans_equal_the_text_and_nothing_is_random(self, lexicon: ActorLexicon, parsed: Callable[..., Parse]):
        parse = parsed("The Kremlin said Russia’s troops — and Iran's — would leave Syria. It thanked Al-Qaida’s foes.")
        first, second = actors.find(parse, lexicon), actors.find(parse, lexicon)
        assert first.actors == second.actors
        assert first.mentions == second.mentions
        for actor in first.actors:
            for span in actor.mentions:
                assert parse.document.text[span.start : span.end] == span.text

    def test_a_sentence_in_front_only_shifts(self, lexicon: ActorLexicon, parsed: Callable[..., Parse]):
        text, front = "Russia recognised the Taliban. The group thanked Moscow.", "Rain fell all day. "

        def seen(table: ActorTable, shift: int) -> list[tuple[str, int, int]]:
            return [(a.name, s.start - shift, s.end - shift) for a in table.actors for s in a.mentions]

        plain = actors.find(parsed(text), lexicon)
        shifted = actors.find(parsed(front + text), lexicon)
        assert seen(plain, 0) == seen(shifted, len(front))


class TestPartsOfNames:
    """A part of a longer name is nobody else's family name; an ambiguous one needs a title or the full name before."""

    @pytest.mark.parametrize(
        ("text", "whole", "other"),
        [
            ("The visitor met President Tsai Ing-wen in Taipei.", "Tsai Ing-wen", "Wen Jiabao"),
            ("Secretary-General Ban Ki-moon opened the session.", "Ban Ki-moon", "Moon Jae-in"),
            ("Park Jin-woo, a student, was held overnight.", "Park Jin-woo", "Park Jin"),
            ("Anwar Gargash, an adviser, met reporters in Dubai.", "Anwar Gargash", "Anwar Ibrahim"),
            ("Chun Li-wen, a retired officer, wrote to the paper.", "Chun Li-wen", "Wen Jiabao"),
            ("The minister spoke with Moon Chung-in in the evening.", "Moon Chung-in", "Moon Jae-in"),
        ],
    )
    def test_a_part_is_nobody_else(self, find: Find, text: str, whole: str, other: str):
        found = find(text)
        assert whole in found
        assert other not in found

    def test_two_persons_may_be_joined_by_a_hyphen(self, find: Find):
        found = find("The Putin-Xi summit in Beijing lasted two days.")
        assert {"Vladimir Putin", "Xi Jinping"} <= set(found)

    def test_an_ambiguous_family_name_alone_is_nobody_listed(self, find: Find):
        assert "Moon Jae-in" not in find("Moon said the boats had been sold.", "2019-05")
        assert "Tony Blair" not in find("Blair said the boats had been sold.", "2019-05")

    def test_a_title_says_who_it_is_and_so_from_then_on(self, find: Find):
        found = find("Iraq said Prime Minister Blair had lied to Iraq. On Monday Blair denied it.", "2003-05")
        assert words(found["Tony Blair"]) == ["Prime Minister Blair", "Blair"]

    def test_a_title_alone_after_the_full_name_is_the_same_person(self, find: Find):
        found = find(
            "U.N. chief Ban Ki-moon spoke. The United States said that the United States would listen. "
            "Secretary-General Ban thanked the United States."
        )
        assert found["Ban Ki-moon"].code == "IGOUNO"

    @pytest.mark.parametrize(
        ("text", "when", "name"),
        [
            ("Premier Su Tseng-chang said that Taiwan would not yield.", "2021-05", "Su Tseng-chang"),
            ("Taiwan's defence minister asked for more money.", "2022-08", "Chiu Kuo-cheng"),
            ("Taiwan's foreign minister thanked his guests.", "2010-03", "Yang Chin-tien"),
        ],
    )
    def test_ministers_of_taiwan(self, find: Find, text: str, when: str, name: str):
        assert find(text, when)[name].code == "TWNGOV"


class TestFederal:
    @pytest.mark.parametrize(
        "text",
        [
            "Ethiopia signed, but Eritrea, whose troops fought alongside the federal army, did not.",
            "Under the deal rebels in Ethiopia disarm and federal troops take the airports. Eritrea was absent.",
        ],
    )
    def test_the_federal_army_is_that_of_the_one_federation_named(self, find: Find, text: str):
        assert find(text)["Ethiopian military"].code == "ETHMIL"
