#!/usr/bin/python3
# test-twilio.py
#
# Copyright 2026 The Callboard authors
#
# SPDX-License-Identifier: GPL-3.0-or-later

"""callboardctl run against a server that stands for Twilio."""

import unittest

from callboard_ctl import OK, PROVIDER, TwilioCase, wait_for

PHONE = '+447700900100'


class Conversation(TwilioCase):
    def answer(self, text):
        self.twilio.control('inbound', **{'from': PHONE, 'to': '+447700900000', 'body': text})
        self.ctl('run', '--until-idle')

    def test_from_the_drop_to_completed(self):
        card, = self.add_people(1)
        self.drop(card)
        self.ctl('run', '--until-idle')
        (form, request), = self.twilio.sends()
        self.assertEqual(form, {'To': PHONE, 'From': '+447700900000',
                                'Body': 'Hello Person\nReply YES to start.'})
        self.assertEqual(request['path'], '/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json')
        self.assertEqual(request['headers']['Content-Type'], 'application/x-www-form-urlencoded')
        self.assert_authorized(request)

        self.answer('Yes please')
        self.answer('Next week')
        self.answer('no')
        shown = self.ctl('show', card)
        self.assertEqual((shown['status'], shown['done'], shown['total']), ('completed', 2, 2))
        self.assertEqual([(a['value'], a['flagged']) for a in shown['answers']], [('Next week', False), ('no', True)])
        self.assertEqual([f['Body'].split('\n')[0] for f, _ in self.twilio.sends()],
                         ['Hello Person', 'When could you start?', 'Do you drive?', 'Thank you, that is all.'])

    def test_undo_means_no_request(self):
        card, = self.add_people(1)
        self.ctl('set', 'undo-one', '5')
        self.drop(card)
        self.ctl('undo')
        self.ctl('run', '--until-idle')
        self.assertEqual(self.twilio.sends(), [])
        self.assertEqual(self.ctl('show', card)['stage'], 'New')

    def test_stop_is_immediate(self):
        card, = self.add_people(1)
        self.drop(card)
        self.ctl('run', '--until-idle')
        self.answer('STOP')
        self.assertEqual(self.status(card), 'withdrawn')
        self.assertIsNotNone(self.ctl('show', card)['opted_out_at'])

    def test_long_run_with_polls(self):
        card, = self.add_people(1)
        self.drop(card)
        running = self.start('run')
        wait_for(lambda: self.twilio.sends(), 'the message')
        for count, text in enumerate(['yes', 'Tuesday', 'yes'], start=2):
            self.twilio.control('inbound', **{'from': PHONE, 'to': '+447700900000', 'body': text})
            wait_for(lambda c=count: len(self.twilio.sends()) == c, f'message {count}')
        wait_for(lambda: self.status(card) == 'completed', 'the end')
        running.terminate()
        self.assertEqual(running.wait(30), OK)

    def test_many(self):
        cards = self.add_people(60)
        self.drop(*cards)
        self.ctl('run', '--until-idle')
        self.assertEqual(len(self.twilio.outbound()), 60)
        self.assertEqual(len({m['to'] for m in self.twilio.outbound()}), 60)


class Faults(TwilioCase):
    server_arguments = ('--step', '3600')

    def test_wrong_number(self):
        card, = self.add_people(1)
        self.drop(card)
        self.ctl('run', '--until-idle')
        self.twilio.control('status', sid=self.twilio.outbound()[0]['sid'], status='undelivered', error_code=30005)
        self.ctl('run', '--until-idle')
        shown = self.ctl('show', card)
        self.assertEqual((shown['status'], shown['failure'], shown['failure_code']), ('failed', 'wrong-number', '30005'))

    def test_bad_credentials_pause_the_account_and_lose_nothing(self):
        card, = self.add_people(1)
        self.twilio.control('fault', mode='401', on='all')
        self.drop(card)
        self.run_ctl('run', '--until-idle', code=PROVIDER)
        account = next(a for a in self.ctl('accounts') if a['provider'] == 'twilio')
        self.assertEqual((account['state'], account['waiting']), ('paused', 1))
        self.assertTrue(account['pause_reason'])

        self.twilio.control('fault', mode='none')
        self.ctl('accounts', 'resume', account['id'])
        self.ctl('run', '--until-idle')
        self.assertEqual(len(self.twilio.outbound(PHONE)), 1)

    def test_unreachable_loses_nothing(self):
        card, = self.add_people(1)
        self.twilio.close()
        self.drop(card)
        said = self.refused(PROVIDER, 'run', '--for', '4').splitlines()
        self.assertLessEqual(len(said), 3, said)
        self.assertEqual([m['waits'] for m in self.ctl('outbox')], ['another-try'])
        self.assertEqual(self.status(card), 'sending')

    def test_no_secret(self):
        del self.environment['CALLBOARD_SECRET_2']
        card, = self.add_people(1)
        self.drop(card)
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nonexistent'
        self.run_ctl('run', '--for', '10', '--until-idle', code=PROVIDER)
        self.assertEqual(self.twilio.sends(), [])

    def test_busy_is_tried_again(self):
        card, = self.add_people(1)
        self.twilio.control('fault', mode='429', count=1)
        self.drop(card)
        self.ctl('run', '--until-idle')
        self.assertEqual(len(self.twilio.sends()), 2)
        self.assertEqual(len(self.twilio.outbound(PHONE)), 1)

    def test_html_is_never_taken_for_an_answer(self):
        card, = self.add_people(1)
        self.twilio.control('fault', mode='html200', count=1)
        self.drop(card)
        self.ctl('run', '--for', '4')
        self.assertEqual(len(self.twilio.sends()), 1)
        self.assertEqual([m['application'] for m in self.ctl('outbox', '--unknown')], [card])
        self.ctl('resolve', self.ctl('outbox', '--unknown')[0]['message'], '--send-again')
        self.ctl('run', '--until-idle')
        self.assertEqual(len(self.twilio.outbound(PHONE)), 1)


if __name__ == '__main__':
    unittest.main(verbosity=2)
