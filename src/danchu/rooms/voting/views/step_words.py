"""Lời của các bước: titles, what a met condition says, and the rule that explains each step."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from danchu.law.matters import Form, Matter

FILES = {
    Form.ONLINE: _("Online vote"),
    Form.SLIP: _("Household slips"),
    Form.MEETING: _("Matter of a meeting"),
}
AT_A_MEETING = _("This matter may be decided at a meeting")
THE_MEETING = _("The meeting")
SEALED_BY_CHAIR = _("By the chair of the meeting, once no check is open")
AFTER_THE_MEETING = _("Within 5 working days after the meeting")
MAY_BE_USED = _("The law lets a meeting decide it.")
TITLES = {
    "matter": _("This matter may be put online"),
    "agreement": _("The head and the Front agree"),
    "application": _("The application is chosen"),
    "means": _("Devices and network of the households"),
    "report": _("The ward is told beforehand"),
    "team": _("Set up the team"),
    "roll": _("Post and freeze the roll"),
    "form_poll": _("Ask whether households choose the online way"),
    "text": _("Set the time, confirm the text"),
    "notice": _("Publish the notice"),
    "vote": _("Voting"),
    "seal": _("Seal the result"),
    "announce": _("Sign the minutes, announce the result"),
    "send": _("Send to the ward"),
}

# What comes, said while the step is still later.
LATER = {
    "agreement": _("The head and the head of the Front committee"),
    "application": _("By the khu phố head"),
    "means": _("Who has no telephone, and how they are helped"),
    "report": _("To the People's Committee and the ward Front"),
    "team": _("Three to five people, led by the Front"),
    "roll": _("Each household has one representative"),
    "form_poll": _("More than half of all households must choose it"),
    "text": _("Two people read the ballot as a telephone shows it"),
    "notice": _("Culture house, loudspeaker, Zalo group"),
    "vote": _("The clock opens and closes it"),
    "seal": _("By the leader of the team, once no check is open"),
    "announce": _("Written by the system on form 03, signed by four people"),
    "send": _("Within 5 working days after voting ends"),
}

# Which rule of the register says why.
RULES = {
    "matter": "form.online_only_D6",
    "agreement": "online.cond",
    "application": "online.other_app",
    "means": "online.cond",
    "report": "online.report_first",
    "team": "online.team",
    "form_poll": "online.consent",
    "notice": "online.notice",
    "vote": "online.pass",
    "announce": "doc.sign",
    "send": "doc.send",
}
REASONS = {
    "roll": _("The number of households on the frozen roll is what every count is measured by."),
    "text": _("Nobody should be asked a question that only one person has read."),
    "seal": _("After the seal nothing in the register or in the figures can change unseen."),
}

MET = {
    "matter_online": _("Self-governed work of the khu phố, clause 6 of Article 15."),
    "scope_online": _("Within one khu phố."),
    "agreement_head": _("The khu phố head agreed."),
    "agreement_front": _("The head of the Front committee agreed."),
    "agreement_two_people": _("Two different people agreed."),
    "application_chosen": _("The head chose this application."),
    "means_recorded": _("Devices and network are recorded."),
    "means_internet": _("There is a network, or help is recorded."),
    "means_help": _("Households without a device will be helped."),
    "report_sent": _("The report was sent."),
    "team_size": _("The number of people is right."),
    "team_people": _("Each person stands in it once."),
    "team_leader": _("The leader stands for the Front committee."),
    "team_khu_pho": _("Someone stands for the khu phố."),
    "team_front": _("Someone stands for the Front committee."),
    "team_household_rep": _("A household representative is in it."),
    "team_it": _("Someone knows information technology."),
    "roll_drawn": _("The roll is drawn up."),
    "roll_households": _("There are households on the roll."),
    "roll_shown": _("The roll is posted."),
    "roll_shown_long_enough": _("It was posted long enough."),
    "roll_requests": _("No request to correct it is open."),
    "roll_frozen": _("The roll is frozen."),
    "form_poll_held": _("The households were asked."),
    "form_poll_passed": _("More than half of all households chose the online way."),
    "times_set": _("Opening and closing times are set."),
    "text_confirmed": _("Two people confirmed the text."),
    "notice_published": _("The notice is published."),
}

# The kinds in plain words, the one that may go online first.
PLAIN = {
    Matter.D6: _("Cleaning days, quiet hours, the culture house, life in the lane. May be voted on online."),
    Matter.D1: _("Money, land or labour that people give for a road, lamps or another common work. Needs a meeting."),
    Matter.D2: _("How what people gave is collected, spent and kept. Needs a meeting."),
    Matter.D3: _("To make, change or end the convention of the community. Needs a meeting."),
    Matter.D4: _("To elect or dismiss the khu phố head. Has a procedure of its own."),
    Matter.D5: _("To elect or dismiss members of the two boards. Needs a meeting."),
}
