#!/usr/bin/python3
# test-interviews.py
#
# Copyright 2026 The Callboard authors
#
# SPDX-License-Identifier: GPL-3.0-or-later

"""Interviews by the command line: people who answer at the same moment, in processes of their own."""

import json
import unittest

from callboard_ctl import DATABASE, FAILED, OK, REFUSED, Case

RACERS = 4


class Interviews(Case):
    def setUp(self):
        super().setUp()
        self.ctl('sample')
        self.ctl('set', 'undo-one', 0)
        cards = [c['application'] for c in self.ctl('list', 1, '--stage', 'New') if c['consent']]
        self.cards = cards[:RACERS]
        for card in self.cards:
            self.ctl('move', card, '--to', 'Interview')
        self.run_ctl('run', '--until-idle')

    def say(self, text, cards):
        for card in cards:
            self.ctl('reply', card, text)
        self.run_ctl('run', '--until-idle')

    def say_at_once(self, text, cards):
        """Whoever finds the database busy says it again."""
        left = list(cards)
        while left:
            processes = {card: self.start('reply', card, text) for card in left}
            left = []
            for card, process in processes.items():
                errors = process.communicate()[1]
                self.assertIn(process.returncode, (OK, DATABASE), errors)
                if process.returncode == DATABASE:
                    left.append(card)
        self.run_ctl('run', '--until-idle')

    def book(self, cards):
        self.say('yes', cards)
        # Not the first day, of which only one time may be left.
        self.say('2', cards)
        self.say_at_once('1', cards)

    def test_race_for_one_seat(self):
        self.book(self.cards)
        interviews = self.ctl('interviews', '--job', 1)
        self.assertEqual([i['state'] for i in interviews], ['booked'])
        losers = [card for card in self.cards if card != interviews[0]['card']]
        self.assertEqual(len(losers), RACERS - 1)
        for card in losers:
            self.assertIn('somebody has just taken', json.dumps(self.ctl('conversation', card)))

        # They race once more, for what is left.
        self.say_at_once('1', losers)
        self.assertEqual(len(self.ctl('interviews')), 2)

    def test_what_the_recruiter_may(self):
        self.book(self.cards[:1])
        self.say('yes', self.cards[1:2])
        interview = self.ctl('interviews')[0]['id']
        self.ctl('interview', 'rebook', interview)
        self.assertEqual(self.ctl('interviews')[0]['state'], 'cancelled')
        self.refused(REFUSED, 'interview', 'cancel', interview)
        self.refused(FAILED, 'interview', 'cancel', 999)
        self.run_ctl('run', '--until-idle')
        self.say('2', self.cards[:1])
        self.say('1', self.cards[:1])
        interview = self.ctl('interviews')[-1]
        self.assertEqual(interview['state'], 'booked')
        self.ctl('interview', 'cancel', interview['id'])
        self.run_ctl('run', '--until-idle')
        self.assertIn('We are sorry', json.dumps(self.ctl('conversation', self.cards[0])))


if __name__ == '__main__':
    unittest.main(verbosity=2)
