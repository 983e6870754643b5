"""What each key in a session's file means, by the record that it's in.

The JSON Schema shows these sentences, and `docs/record-format.md` repeats them.
"""

from typing import Final

DERIVED: Final = {
    "schema": "The number of this format: 1.",
    "chosen": "The texts of the chosen ideas, repeated here for lists.",
    "evaluation_date": "The date of the evaluation, repeated here for lists.",
    "outcome": "What became of the evaluation, repeated here for lists.",
    "saved": "When the file was last saved.",
}

FIELDS: Final = {
    "Session": {
        "id": "What the session is known by; it never changes.",
        "date": "The day of the meeting.",
        "school": "The school.",
        "team": "The team that meets.",
        "theme": "What the meetings of this period are about.",
        "school_goal": "The goal in the school plan that this serves.",
        "chair": "Who leads the meeting.",
        "participants": "Who takes part, in the order of the turns.",
        "voting": "How the team votes: with dots for each member, or with hands that are counted.",
        "dots": "How many dots each member has to give.",
        "attribution": "Whether it's recorded who gave which idea.",
        "phase": "Where the meeting is, or was when it was closed.",
        "timings": "The times of each phase.",
        "left": "Set while nobody is there: when the running clock was left behind.",
        "closed": "When the meeting ended; absent while it goes on.",
        "edited": "Days after the meeting on which what it said was changed.",
        "follows": "The id of the session on which this one began by looking back, or whose open "
        "things it took along.",
        "question": "The learning question, as the team worded it.",
        "measure": "How the team will see that it worked, asked early.",
        "ideas": "The ideas on the board; the first is number 1.",
        "noted": "The id of the idea that was noted last, also when that idea is gone.",
        "parking_lot": "Critical points that were kept for later.",
        "round": "Where the turns stand.",
        "choice": "Step 2: the votes and what was chosen.",
        "plans": "Step 3: one plan for all chosen ideas, or one for each.",
        "evaluation": "Step 4: how and when the team will see that it works.",
        "next_meeting": "The day of the next meeting.",
        "scores": "Answers to the closing question, from 1 to 5: was this worth our time?",
        "drafts": "Text that was still being typed.",
    },
    "Timing": {
        "phase": "The phase that these times are of.",
        "minutes": "How many minutes were planned; absent for an open-ended phase.",
        "extra": "Minutes that were added, or taken off (below zero).",
        "restarted": "The start of the span with which the clock last began anew.",
        "spans": "When the clock ran; in between it was paused or another phase was on.",
    },
    "Span": {
        "start": "When the clock started.",
        "end": "When it stopped; absent while it runs.",
    },
    "Participant": {
        "name": "The member's name, unique in the session.",
        "present": "Whether the member is here.",
    },
    "Idea": {
        "id": "What votes and plans know the idea by; it never changes.",
        "text": "The idea.",
        "ticks": "How many others said the same.",
        "also": "The words of ideas that were merged into this one.",
        "by": "Who gave it, only where the team chose to record that.",
    },
    "Round": {
        "turn": "Whose turn it is.",
        "passes": "How many passed since the last idea.",
    },
    "Choice": {
        "votes": "The votes; the last one counts.",
        "chosen": "The ids of the chosen ideas: none, one or two.",
        "why": "Why these, in one line.",
    },
    "Vote": {
        "voting": "How this vote is held.",
        "candidates": "The ids of the ideas that can get votes.",
        "run_off": "Whether it settles a tie in the vote before it.",
        "closed": "Whether the vote is closed.",
        "ballots": "Each member's dots, only while the vote is open.",
        "tallies": "The votes for each idea.",
    },
    "Ballot": {
        "voter": "The member who gave these dots.",
        "dots": "The ids of the ideas that got them, once for each dot.",
    },
    "Tally": {
        "idea": "The id of the idea.",
        "votes": "How many votes it got.",
    },
    "Plan": {
        "idea": "The id of the idea that this plan carries out; absent when it's for all of them.",
        "lesson": "What the lesson or the activities look like.",
        "steps": "What has to be done.",
    },
    "Step": {
        "what": "What is done.",
        "owners": "Who see to it.",
        "when": "By when: a date, or words.",
        "done": "Whether it was done.",
    },
    "Evaluation": {
        "indicator": "What is looked at.",
        "baseline": "Where we are now.",
        "target": "Where we want to be.",
        "method": "How it's measured.",
        "reporter": "Who brings the figure.",
        "date": "When the team looks whether it works.",
        "review": "What became of it, once the team has looked.",
    },
    "Review": {
        "date": "The day on which the team looked.",
        "outcome": "Whether it worked.",
        "measured": "The figure as it was then.",
        "learned": "What the team learned.",
        "decision": "What the team does with it now.",
    },
    "Draft": {
        "field": "The field that it was typed in.",
        "text": "What was typed so far.",
    },
}
