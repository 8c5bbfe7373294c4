#!/usr/bin/python3
# test-kill.py
#
# Copyright 2026 The Callboard authors
#
# SPDX-License-Identifier: GPL-3.0-or-later

"""SIGKILL at every step of a send, and at random: nothing twice, nothing lost, Unknown where the answer was lost.

A seed is printed; CALLBOARD_TEST_SEED replays it, CALLBOARD_TEST_KILLS asks for more kills."""

import os
import random
import time
import unittest
from collections import defaultdict

from callboard_ctl import TwilioCase, wait_for

PHONE = '+447700900100'

# A provider is given ten seconds before it is asked whether it has a message.
SETTLED = 13


class Step(TwilioCase):
    def setUp(self):
        super().setUp()
        self.card, = self.add_people(1)

    def kill_when(self, condition, what):
        process = self.start_run()
        wait_for(condition, what)
        self.kill(process)

    def assert_sent_once(self):
        self.assertEqual(len(self.twilio.sends()), 1)
        self.assertEqual(len(self.twilio.outbound(PHONE)), 1)

    def test_before_the_claim(self):
        self.ctl('set', 'undo-one', '3')
        self.drop(self.card)
        self.kill(self.start_run())
        self.assertEqual(self.twilio.sends(), [])
        self.assertEqual(self.status(self.card), 'scheduled')
        self.ctl('run', '--until-idle')
        self.assert_sent_once()

    def test_request_sent_and_nothing_made_of_it(self):
        self.twilio.control('fault', mode='timeout-before', count=1)
        self.drop(self.card)
        self.kill_when(self.twilio.sends, 'the request')
        self.ctl('run', '--for', SETTLED)
        self.assertEqual(len(self.twilio.sends()), 1)
        unknown, = self.ctl('outbox', '--unknown')
        self.assertEqual(unknown['application'], self.card)
        self.ctl('resolve', unknown['message'], '--send-again')
        self.ctl('run', '--for', 3)
        self.assertEqual(len(self.twilio.outbound(PHONE)), 1)
        self.assertEqual(self.status(self.card), 'delivered')

    def test_request_sent_and_the_answer_lost(self):
        self.twilio.control('fault', mode='timeout-after', count=1)
        self.drop(self.card)
        self.kill_when(self.twilio.sends, 'the request')
        self.ctl('run', '--until-idle')
        self.assertEqual([m['application'] for m in self.ctl('outbox', '--unknown')], [self.card])
        self.ctl('run', '--for', SETTLED)
        self.assertEqual(self.ctl('outbox', '--unknown'), [])
        self.assert_sent_once()
        self.assertEqual(self.status(self.card), 'delivered')

    def test_unknown_may_be_called_arrived(self):
        self.twilio.control('fault', mode='timeout-before', count=1)
        self.drop(self.card)
        self.kill_when(self.twilio.sends, 'the request')
        self.ctl('run', '--until-idle')
        unknown, = self.ctl('outbox', '--unknown')
        self.ctl('resolve', unknown['message'], '--arrived')
        self.ctl('run', '--until-idle')
        self.assertEqual(len(self.twilio.sends()), 1)
        self.assertEqual(self.status(self.card), 'delivered')

    def test_answer_received(self):
        self.drop(self.card)
        self.kill_when(self.twilio.outbound, 'the message')
        self.ctl('run', '--for', SETTLED)
        self.assert_sent_once()
        self.assertEqual(self.ctl('outbox', '--unknown'), [])
        self.assertEqual(self.status(self.card), 'delivered')

    def test_recorded(self):
        self.drop(self.card)
        self.kill_when(lambda: self.status(self.card) == 'delivered', 'the receipt')
        self.ctl('run', '--until-idle')
        self.assert_sent_once()

    def test_reply_received(self):
        self.drop(self.card)
        self.ctl('run', '--until-idle')
        self.twilio.control('inbound', **{'from': PHONE, 'to': '+447700900000', 'body': 'yes'})
        asked = len(self.twilio.control('requests'))
        self.kill_when(lambda: len(self.twilio.control('requests')) > asked, 'the poll')
        self.ctl('run', '--for', SETTLED)
        said = [m['body'] for m in self.ctl('conversation', self.card) if m.get('direction') == 'in']
        self.assertEqual(said, ['yes'])
        self.assertEqual(len(self.twilio.sends()), 2)


class Anywhere(TwilioCase):
    """Many conversations while the program is killed again and again."""

    server_arguments = ('--step', '0.1', '--answers', 'yes|Tuesday|yes')
    rate = 15
    people = 30
    bodies = ['Hello Person', 'When could you start?', 'Do you drive?', 'Thank you, that is all.']

    def arrived(self):
        messages = defaultdict(list)
        for message in self.twilio.outbound():
            messages[message['to']].append(message['body'].split('\n')[0])
        return messages

    def assert_nothing_twice(self):
        for phone, bodies in self.arrived().items():
            self.assertEqual(bodies, self.bodies[:len(bodies)], phone)

    def settle(self):
        """Until nothing is unknown; what never arrived is sent again, as a recruiter would say."""
        self.ctl('run', '--for', SETTLED)
        arrived = self.arrived()
        for message in self.ctl('outbox', '--unknown'):
            print(f"unknown: {message['phone']}: {message['body'][:20]!r}", flush=True)
            self.assertNotIn(message['body'].split('\n')[0], arrived[message['phone']])
            self.ctl('resolve', message['message'], '--send-again')

    def test_random_kills(self):
        seed = int(os.environ.get('CALLBOARD_TEST_SEED', random.randrange(1 << 32)))
        kills = int(os.environ.get('CALLBOARD_TEST_KILLS', 50))
        print(f'seed {seed}, {kills} kills', flush=True)
        chance = random.Random(seed)
        cards = self.add_people(self.people)
        self.drop(*cards)
        for _ in range(kills):
            process = self.start('run')
            time.sleep(chance.uniform(0, 0.4))
            self.kill(process)
            self.assert_nothing_twice()

        print(f"{len(self.ctl('outbox', '--unknown'))} unknown after the kills", flush=True)
        for _ in range(8):
            self.settle()
            if all(self.status(card) == 'completed' for card in cards) and not self.ctl('outbox'):
                break
        self.assert_nothing_twice()
        self.assertEqual({phone: len(bodies) for phone, bodies in self.arrived().items()},
                         {f'+447700900{100 + i}': 4 for i in range(self.people)})


if __name__ == '__main__':
    unittest.main(verbosity=2)
