"""What `?` says at a question whose form says nothing of its own: what it means.

A key is that of a question, its row number left out; "form:key" is for one form only.
"""

from __future__ import annotations

from inclusion_cli.tongue import say

SESSIONS = {
    "route": say("The first one they called. For example: NHS 111, then option 2."),
    "step": say("The step of the plan that was tried. Its number is on the ladder."),
    "session": say("The planned one you come from. For example: today 2pm, the cafe."),
    "how": say(
        "The whole time, cut short, or not at all. A short visit as planned is whole."
    ),
    "why_early": say(
        "What ended it. Too much for the person is not the same as a late bus."
    ),
    "why_not": say(
        "The main reason. Their own choice is not the same as staff being ill."
    ),
    "feared": say("What they feared, as the plan has it. Part of it is Partly."),
    "sign_other": say(
        "What you saw or heard, not what it means. For example: he paced the hall."
    ),
    "stage": say("Which part of the card fits at this moment, when you are back."),
    "tried": say("The things on the card that were done. 0 if nothing was tried."),
    "helped": say("What was done, and what came of it. For example: a walk, calmer."),
    "behaviours": say("What they did to feel safe. For example: sat by the door."),
    "thought_seen": say(
        "The bare facts. For example: two men laughed at the bus stop."
    ),
    "thought_mind": say("The thought at that moment. For example: they laugh at me."),
    "thought_real": say(
        "It may be true. For example: a man who asked for money before was there."
    ),
    "thought_for": say("Facts that fit the thought. For example: they looked over."),
    "thought_against": say("Facts that do not fit. For example: they never came near."),
    "thought_other": say("Another reason. For example: they laughed at a joke."),
    "thought_pattern": say("A way of thinking that comes back, in their own view."),
    "what_happened": say("Facts in order. For example: at 3pm, by the door, a man..."),
    "harm": say("Who, how badly, and what you did. For example: a cut hand, washed."),
    "told": say("A name and a time. For example: Jo, team lead, today 4pm by phone."),
    "used": say("Drink or drugs in that time. Stopped all at once can be dangerous."),
    "used_what": say(
        "The thing by name. For example: beer, cannabis, her own tablets."
    ),
    "used_amount": say("As they tell it. For example: 4 cans on Friday."),
    "medicine": say("As they tell it. For example: took them all, the new one shakes."),
    "in_the_way": say(
        "What made it hard to go or to stay. For example: the bus was full."
    ),
    "ready": say("Their own word, not yours. Not sure is an answer."),
    "went_well": say("One thing that helped. For example: we went at a quiet time."),
    "differed": say(
        "One thing and its reason. For example: late, the bus did not come."
    ),
    "place": say("The real place. For example: the library on the corner."),
    "company": say("Who was there, and how near. For example: Jo, at the next table."),
    "travel": say("There and back. For example: bus 12 there, walked back."),
    "note": say("One fact for the next worker. For example: her sister rang at 4pm."),
    "seen": say("Choose what it mostly is. For example: a bad night is sleep."),
    "what": say("The thing and how much. For example: beer, 4 cans."),
    "signs": say("The signs of the card you saw or heard. For several, type 1,2."),
    "money_who": say("Who asked, as far as known. For example: a man from the pub."),
    "money_amount": say("As it was said. For example: 20 pounds until Friday."),
    "money_did": say("What the person did when asked. Choose the nearest."),
    "money_known_for": say("For example: since school, or since last week."),
    "money_feelings": say("Their own words. For example: he is the one friend I have."),
    "indicators": say("Signs that somebody uses the person. For several, type 1,2."),
}
REVIEWS = {
    "wish": say("Their own words. For example: I want to try it on my own."),
    "decision": say("What the two of you agreed. The tool never decides."),
    "why": say("The reason, in facts. For example: 4 calm visits in 3 weeks."),
    "agreed_with": say("A name and how. For example: Jo, team lead, by phone today."),
    "least_change": say(
        "The smallest thing that keeps them safe. For example: go at a quiet time."
    ),
    "resume_when": say("What you would see. For example: 3 nights of sleep in a row."),
    "needs": say("What is still missing. For example: one more visit without a sign."),
    "what_changed": say("What is not as it was. For example: the neighbour moved out."),
    "review:formulation": say("Read it again. Does it fit what you have seen since?"),
    "review:change": say("Choose what is new. You write it in the next answer."),
    "what_is_new": say("One line. For example: he now meets his brother each Sunday."),
    "unchanged_because": say(
        "Why it still fits. For example: it was the bus, not her."
    ),
    "look_again": say("A day like Friday or 2 December. Home shows it when it is due."),
}
FORMULATIONS = {
    "cost_of_not_doing": say("What being kept safe costs. For example: her choir."),
    "account": say("As they tell it. For example: I hear them on the bus."),
    "account_on": say("The day they told you. For example: today, 12 November."),
    "no_account": say("What you did. For example: asked twice, she said not now."),
    "trigger.kind": say(
        "What it is mostly about. Crowds and noise, people, or places."
    ),
    "trigger.tends": say(
        "What is seen then. For example: he turns round and goes home."
    ),
    "trigger.signs": say("The first thing seen. For example: he talks less."),
    "trigger.helps": say(
        "What has worked. For example: waiting outside for 5 minutes."
    ),
    "strength.text": say("A thing they do well. For example: she knows every bus."),
    "control.kind": say(
        "Help, a change around them, something agreed, or a limit on them."
    ),
    "control.trigger": say("What it is done for. 0 if it is for none of these."),
    "control.untied": say("What is done for no situation may be a rule for everybody."),
    "control.tied_to": say("The situation it is there for. Type its number."),
    "control.because": say("A reason for this person. For example: the court says so."),
    "control.harm": say(
        "What would happen, and when it did. For example: lost in May."
    ),
    "control.basis": say(
        "What allows it. That they accept it counts while they know what it means, "
        "and can say no."
    ),
    "control.tried": say("For example: a phone call each hour. She forgot to answer."),
    "control.ends": say(
        "What you would see. For example: 4 weeks without getting lost."
    ),
    "control.started": say("The day it began. For example: 3 March, or 2 weeks ago."),
    "control.review_on": say("The day you look whether it is still needed."),
    "control.until": say(
        "What you would see. For example: she asks the driver herself."
    ),
    "done": say("Choose what has a day or an end to write down. 0 for none of them."),
    "formulation:more": say("Choose what matters now. The rest can wait for later."),
    "deeper": say("The ones you want to write more about. For several, type 1,2."),
    "trigger.basis": say("Happened is known of. Feared has not happened yet."),
    "trigger.worse": say("What adds to it. For example: no sleep, or a drink before."),
    "trigger.exposure": say("Keeps away, meets it with help, or meets it alone."),
    "trigger.rating": say("0 is no worry, 10 the most there can be. Their own number."),
    "scenario.triggers": say("Where it could begin. For several, type 1,2."),
    "scenario.context": say("For example: on pay day, or when his brother visits."),
    "scenario.starts": say("The first thing. For example: she stops eating with us."),
    "scenario.soon": say("For example: within an hour, or over 2 or 3 days."),
    "scenario.worst": say("What could really come of it. For example: lost overnight."),
    "scenario.likely": say(
        "What mostly comes of it. For example: he comes home early."
    ),
    "scenario.protects": say("What keeps it from happening. For example: her sister."),
    "scenario.first_sign": say("What you would see first. For example: curtains shut."),
    "scenario.we_do": say("What staff do at once. For example: sit with her, ring Jo."),
    "scenario.person_does": say("Their own plan. For example: rings his sister."),
    "scenario.told": say("A name and how. For example: the crisis team, by phone."),
    "scenario.will_not": say("What staff leave alone. For example: we do not search."),
    "contributor.name": say("Everybody who gave a part. For example: Jo Hill."),
    "contributor.on": say("The day you spoke. For example: today, 12 November."),
    "source.what": say("What you read or heard. For example: the letter of discharge."),
    "source.on": say("The day that stands on it. For example: 3 November."),
    "disagreement.who": say(
        "Somebody who sees the risk another way. A sister, a nurse."
    ),
    "disagreement.view": say(
        "As they would say it. For example: too soon to go alone."
    ),
    "disagreement.met": say(
        "For example: we start with him there, and look in 2 weeks."
    ),
    "capacity_basis": say(
        "Everybody is presumed able to decide, until an assessment says otherwise."
    ),
    "capacity_by": say("A name and a role. For example: Dr Hill, doctor."),
    "capacity_on": say("The day of the assessment. For example: 3 November."),
    "capacity_outcome": say("For example: can decide this, with the map in front."),
    "capacity_support": say("For example: pictures, time, her sister there."),
    "presenting": say("What is hard at this time. For example: going past the shops."),
    "background": say("What still matters. For example: he was robbed there in 2019."),
    "keeps_going": say("What holds it up. For example: going out at night alone."),
    "identity": say("As they want it told. For example: prays at noon, wants no dogs."),
    "review_events": say("After one of these you look again before the day."),
    "review_on": say("A day like 1 March. Home shows it when it is due."),
}
PLANS = {
    "goal": say("Their own words. For example: to sing in the choir again."),
    "goal_rating": say("0 is far away, 10 is there. Their own number."),
    "pace_agreed_with": say("A name and a role. For example: Jo Hill, team lead."),
    "title": say("One thing to do. For example: a coffee at the quiet cafe."),
    "step_add:place": say("The real place. For example: the cafe by the library."),
    "minutes": say("The whole time, with the way there. For example: 45."),
    "accompaniment": say("How near somebody is. Choose what this step begins with."),
    "triggers": say("What makes it harder and is met on this step. 0 for none."),
    "fear_sure": say("0 is not at all, 100 is quite sure. Their own number."),
    "step_add:more": say("Choose what matters on this step. The rest can wait."),
    "hoped": say("Another way it could go. For example: nobody looks at me."),
    "hoped_sure": say("0 is not at all, 100 is quite sure. Their own number."),
    "expected_worry": say("0 is no worry, 10 the most there can be. Their own number."),
    "behaviour.sort": say("Kept for now, done less, or left out on this step."),
    "step_add:travel": say("There and back. For example: bus 12 together, both ways."),
    "exit_words": say("A few words you both know. For example: I need some air."),
    "coping": say("What they do themselves. For example: music on the way."),
    "staff_do": say("What helps. For example: sit at the next table."),
    "staff_do_not": say("What does not help. For example: ask how she is in there."),
    "success": say("What you would both see. For example: I drink my tea and stay."),
    "stop_rule.text": say("What ends it at once. For example: she asks to go home."),
    "ready_said": say("Who said so, and when. For example: she did, on Friday."),
    "criteria": say("For those who keep criteria in a file. Most choose a set above."),
    "line.what": say("One thing that has to be true before the next step."),
    "stop.what": say("What would make you stop and think, seen in any session."),
    "stop.response": say("What you do then, agreed beforehand. It is never automatic."),
    "hold_days": say("How long it stays so before you move on. For example: 14."),
    "hold_sessions": say("How many sessions in that time. For example: 3."),
}
OTHERS = {
    "debrief:minutes": say("How long it was, in minutes. For example: 45."),
    "disclosure:harm": say("What may happen if nobody is told. To whom, and how soon."),
    "disclosure:what": say("As little as it takes. For example: he has not eaten."),
    "partner_brief:seen": say("They read it with you first. If they did not: No."),
}
"""What a key means in a form where it means another thing."""
HINTS = {**OTHERS, **PLANS, **REVIEWS, **FORMULATIONS, **SESSIONS}
SHARED = {
    "accompaniment": ("step_add",),
    "agreed_with": ("review", "reduction", "step_start"),
    "behaviours": ("debrief",),
    "company": ("debrief",),
    "done": ("formulation",),
    "exit_words": ("step_add", "preparation"),
    "goal": ("step_add",),
    "harm": ("debrief",),
    "how": ("debrief",),
    "look_again": ("review", "reduction", "reduction_look"),
    "minutes": ("step_add",),
    "money_amount": ("debrief", "observation", "money_request"),
    "money_did": ("debrief", "observation", "money_request"),
    "money_feelings": ("debrief", "observation", "money_request"),
    "money_known_for": ("debrief", "observation", "money_request"),
    "money_who": ("debrief", "observation", "money_request"),
    "needs": ("review",),
    "note": ("debrief", "observation", "session_cancel"),
    "place": ("debrief", "event_plan", "incident", "session_plan"),
    "ready": ("debrief", "review"),
    "review_on": ("formulation", "formulation_confirm", "disclosure", "risk_decision"),
    "seen": ("observation",),
    "session": ("debrief",),
    "signs": ("debrief", "observation", "preparation"),
    "step": ("debrief",),
    "told": ("debrief", "observation", "money_request"),
    "travel": ("debrief", "event_plan", "preparation", "session_plan"),
    "unchanged_because": ("review", "formulation", "formulation_confirm"),
    "used": ("debrief", "observation"),
    "what": ("observation",),
    "what_is_new": ("review", "formulation", "formulation_confirm"),
    "why": ("review",),
    "why_not": ("debrief",),
    "wish": ("review", "risk_decision"),
}
"""Keys that mean another thing in another form, and where the words above are true."""
_OF_A_PLAN = ("step_add", "step_edit")


def hint_of(form: str, key: str) -> str:
    """Return what a question means, "" where its own words are all there is.

    A key that several forms have means another thing in each: its words are said in
    those they were written for, and nowhere else.
    """
    kind = form.partition(":")[0]
    kind = "step_add" if kind in _OF_A_PLAN else kind
    head, *rest = key.split(".")
    bare = f"{head}.{rest[-1]}" if rest else head
    own = HINTS.get(f"{kind}:{bare}", "")
    if own or (bare in SHARED and kind not in SHARED[bare]):
        return own
    return HINTS.get(bare, "")
