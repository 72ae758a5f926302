"""What a limit is answered with: something that was seen, or nothing at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.interviews.restriction import place_questions
from inclusion_cli.interviews.restriction_about import Placing

if TYPE_CHECKING:
    from inclusion_cli.interviews.question import Question

THE_PUB = "No visit to the Old Crown pub alone"
NOTHING = (
    ("harm", "To stop her going to the pub alone"),
    ("harm", "She would go to the pub alone"),
    ("harm", "Because she is on a restriction"),
    ("harm", "It has always been done like this"),
    ("harm", "The landlord wants it"),
    ("harm", "She is high risk"),
    ("evidence", "nothing"),
    ("evidence", "no evidence"),
    ("evidence", "none known"),
    ("evidence", "Everybody knows"),
    ("evidence", "See risk assessment"),
    ("tried.1.what", "nothing"),
    ("tried.1.what", "none"),
    ("tried.1.what", "N/A"),
    ("tried.1.what", "Not tried"),
    ("advocacy", "no"),
    ("authorised_by", "nobody"),
    ("ends", "review in 14 days"),
    ("ends", "x"),
    ("harm", "Better safe than sorry, we think it is needed"),
    ("evidence", "Nothing new has been seen at all"),
    ("harm", "So that she does not visit the pub alone"),
    ("harm", "He goes to the pub alone"),
    ("harm", "Going to the Old Crown on her own"),
    ("harm", "Visits to the pub"),
    ("harm", "There is a limit on it"),
    ("harm", "Because the team decided it"),
    ("harm", "That is how we do it here"),
    ("harm", "The neighbours want it"),
    ("harm", "Her mother asked for it"),
    ("harm", "He is a high risk resident"),
    ("harm", "Medium risk"),
    ("harm", "The manager told us to"),
    ("harm", "It is common sense"),
    ("harm", "Risk"),
    ("harm", "She has always been like that"),
    ("evidence", "No"),
    ("evidence", "Unknown"),
    ("evidence", "Not applicable"),
    ("evidence", "It is well known"),
    ("evidence", "See care plan"),
    ("evidence", "As per risk assessment"),
    ("evidence", "Common knowledge"),
    ("evidence", "We all know"),
    ("evidence", "Nobody saw it"),
    ("evidence", "There is none"),
    ("evidence", "tbc"),
    ("tried.1.what", "No"),
    ("tried.1.what", "Nothing was tried"),
    ("tried.1.what", "n/a"),
    ("tried.1.what", "Nothing else"),
    ("advocacy", "None"),
    ("advocacy", "n/a"),
    ("advocacy", "Not offered"),
    ("authorised_by", "No one"),
    ("authorised_by", "n/a"),
    ("authorised_by", "Unknown"),
    ("ends", "look again in 28 days"),
    ("ends", "To be reviewed in March"),
    ("ends", "We will see in two weeks"),
)
SOMETHING = (
    ("harm", "She was punched in the pub on 3 May"),
    ("harm", "Two men took her card at the bar"),
    ("harm", "He drinks, and then stops his tablets for a week"),
    ("harm", "She lent 200 pounds to men there in April"),
    ("harm", "A man followed her home from it twice"),
    ("harm", "He would drink again, as in May, and lose his room"),
    ("harm", "Falls on the stairs"),
    ("harm", "Self-harm"),
    ("harm", "To stop two men there from taking her money, as in June"),
    ("harm", "Everybody heard him scream when the bottle broke"),
    ("evidence", "At the bar, by Ravi"),
    ("evidence", "Her bank statement of May"),
    ("evidence", "Nobody but Ravi saw it, at the gate"),
    ("evidence", "In the incident of 3 May, told by the landlord"),
    ("evidence", "She told Jo on Monday"),
    ("evidence", "Police log of 4 August"),
    ("evidence", "In her own words: he hit me"),
    ("tried.1.what", "A walk there with Jo"),
    ("tried.1.what", "Nothing could be tried: he was hit that hour and police came"),
    ("tried.1.what", "A call before and after"),
    ("tried.1.what", "Nothing, as the court order came the same day"),
    ("advocacy", "A leaflet, on Monday"),
    ("advocacy", "Offered on 3 May by Ravi, she said no"),
    ("advocacy", "Rethink, by phone"),
    ("authorised_by", "Jo Noble"),
    ("authorised_by", "Nona"),
    ("ends", "When he has gone there with Jo four times and slept"),
    ("ends", "Fourteen days without a drink"),
    ("ends", "The man is charged or has moved away"),
    ("ends", "On 12 December"),
    ("ends", "14 days"),
)


def asked(key: str) -> Question:
    """Return one question of a limit on going to a pub alone."""
    it = Placing(date(2026, 11, 18), name="Maya", anybody=True, at_once=False)
    found = {q.key: q for q in place_questions(it, {"what": THE_PUB})}
    return found[key]


@pytest.mark.parametrize(("key", "text"), NOTHING)
def test_what_tells_nothing_is_refused_with_what_to_write(key: str, text: str) -> None:
    """The limit once more, somebody's wish, hearsay and "none" are no answers."""
    with pytest.raises(ValueError, match=r"Say |say |Type the name") as refused:
        asked(key).read(text, {"what": THE_PUB})

    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(("key", "text"), SOMETHING)
def test_what_tells_something_is_taken(key: str, text: str) -> None:
    """What happened, who saw it, what was tried, what can be seen to end it."""
    assert asked(key).read(text, {"what": THE_PUB}) == text


@pytest.mark.parametrize("text", ["The landlord wants it", "She is high risk", "none"])
def test_an_emergency_is_saved_whatever_its_reason(text: str) -> None:
    """Its reason is looked at within the day."""
    told = {"emergency": "yes", "what": THE_PUB}
    assert asked("harm").read(text, told) == text
